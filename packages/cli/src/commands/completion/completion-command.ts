import { Argument, Command } from 'commander';
import { printScript, shells } from '../../completion/print-script.js';

const MORE = `
Where to put it:
  bash  echo 'source <(streamone completion bash)' >> ~/.bashrc
  zsh   echo 'source <(streamone completion zsh)' >> ~/.zshrc    behind compinit, where that is called
  fish  streamone completion fish > ~/.config/fish/completions/streamone.fish

Offered are commands, options and known values with what they mean, profiles, and the IDs of what was listed on this
terminal within the last day, with titles. These are kept in a file that only you may read, seen-ids.json in
$XDG_CACHE_HOME/streamone (~/.cache unless set); STREAMONE_SEEN_IDS=off keeps none. Nothing is asked of the platform.`;

/** `streamone completion bash`: the script that makes a shell complete this command. */
export function completionCommand(): Command {
  return new Command('completion')
    .description('Prints the script that makes a shell complete this command.')
    .addArgument(new Argument('<shell>', 'your shell').choices(shells))
    .addHelpText('after', MORE)
    .action((shell: string) => void printScript(shell));
}
