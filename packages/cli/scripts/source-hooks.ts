// Lets Node run the sources as they are: they name their neighbours as they are called once compiled.
import { registerHooks } from 'node:module';

const source = new URL('../src/', import.meta.url).href;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier.startsWith('.') && context.parentURL?.startsWith(source) === true
      ? next(specifier.replace(/\.js$/, '.ts'), context)
      : next(specifier, context),
});
