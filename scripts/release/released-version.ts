/** The version that all packages are released under. @throws Error where they have different ones */
export function releasedVersion(manifests: readonly { readonly name: string; readonly version: string }[]): string {
  const [first, ...others] = new Set(manifests.map(({ version }) => version));
  if (first !== undefined && others.length === 0) return first;
  const told = manifests.map(({ name, version }) => `${name} ${version}`).join(', ');
  throw new Error(`the packages are released together, under one version; they have: ${told || 'none'}`);
}
