import { allCommands } from '@streamone/core/catalogue';
import type { DefaultTheme } from 'vitepress';
import { toldPackages } from '../packages-reference/modules.ts';

/** The pages of the reference: those about all actions, then a group for each command. */
export function referenceSidebar(): DefaultTheme.SidebarItem[] {
  const commands = allCommands.map(({ command, actions }) => ({
    text: command,
    link: `/reference/actions/${command}/`,
    collapsed: true,
    items: Object.keys(actions).map((action) => ({
      text: `${command}/${action}`,
      link: `/reference/actions/${command}/${action}`,
    })),
  }));
  return [
    {
      text: 'Reference',
      items: [
        { text: 'All actions', link: '/reference/' },
        { text: 'Statuses', link: '/reference/statuses' },
        { text: 'Data types', link: '/reference/data-types' },
        { text: 'Tokens and roles', link: '/reference/tokens' },
        { text: 'Machine-readable', link: '/reference/machine-readable' },
      ],
    },
    { text: 'Commands', items: commands },
  ];
}

/** The packages with what can be imported of each. */
export function packagesSidebar(): DefaultTheme.SidebarItem[] {
  const packages = toldPackages().map(({ name, modules }) => {
    const [, ...parts] = modules.map((each) => ({
      text: each.name,
      link: `/packages/${each.name.replace('@streamone/', '')}/`,
    }));
    return { text: name, link: `/packages/${name.replace('@streamone/', '')}/`, items: parts };
  });
  const cli = { text: '@streamone/cli', link: '/packages/cli/' };
  return [{ text: 'Packages', link: '/packages/', items: [...packages, cli] }];
}
