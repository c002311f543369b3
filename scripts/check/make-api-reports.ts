import { basename, join, resolve } from 'node:path';
import { CompilerState, Extractor, ExtractorConfig, ExtractorLogLevel } from '@microsoft/api-extractor';
import type { ApiEntry } from './api-entries.ts';

const quiet = { default: { logLevel: ExtractorLogLevel.None } };

function configFor({ folder, types, report }: ApiEntry, into: string): ExtractorConfig {
  const projectFolder = resolve(folder);
  return ExtractorConfig.prepare({
    configObjectFullPath: join(projectFolder, 'api-extractor.json'),
    packageJsonFullPath: join(projectFolder, 'package.json'),
    configObject: {
      projectFolder,
      mainEntryPointFilePath: join(projectFolder, types),
      compiler: { tsconfigFilePath: join(projectFolder, 'tsconfig.json') },
      // Types that no entry exports are shown as well: they are part of what a caller sees.
      apiReport: {
        enabled: true,
        includeForgottenExports: true,
        reportFileName: report,
        reportFolder: resolve(into),
        reportTempFolder: resolve(into),
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      newlineKind: 'lf',
      messages: { compilerMessageReporting: quiet, extractorMessageReporting: quiet, tsdocMessageReporting: quiet },
    },
  });
}

/** Writes a report of each entry's public names and their types into a folder; returns the files' names. */
export function makeApiReports(entries: readonly ApiEntry[], into: string): readonly string[] {
  const states = new Map<string, CompilerState>();
  const configs = entries.map((entry) => ({ entry, config: configFor(entry, into) }));
  for (const { entry, config } of configs) {
    const others = configs.filter((one) => one.entry.folder === entry.folder);
    // One program serves all entries of a package: to make it takes most of the time.
    const compilerState =
      states.get(entry.folder) ??
      CompilerState.create(config, {
        additionalEntryPoints: others.map((one) => one.config.mainEntryPointFilePath),
      });
    states.set(entry.folder, compilerState);
    const { succeeded } = Extractor.invoke(config, {
      compilerState,
      localBuild: true,
      messageCallback: (message) => {
        if (message.logLevel === ExtractorLogLevel.Error) throw new Error(`${entry.report}: ${message.text}`);
        message.handled = true;
      },
    });
    if (!succeeded) throw new Error(`no report of ${entry.report}`);
  }
  return configs.map(({ config }) => basename(config.reportFilePath));
}
