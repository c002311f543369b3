/** Says beside the bundle that it is CommonJS, in a package that is not. */
export const commonJs = {
  name: 'common-js',
  generateBundle(this: { emitFile(file: { type: 'asset'; fileName: string; source: string }): void }): void {
    this.emitFile({ type: 'asset', fileName: 'package.json', source: '{ "type": "commonjs" }\n' });
  },
};
