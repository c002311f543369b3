/**
 * What is signed: path, `?`, the parameters without the signature, `&`, the arguments. The `&`
 * stands even where there are no arguments. Source: protocol, documented and observed.
 */
export function stringToSign(path: string, parameters: string, argumentsForm: string): string {
  return `${path}?${parameters}&${argumentsForm}`;
}
