/** SHA-256 of a byte string in lower-case hex. Each runtime's entry point gives its own: Node's, or a portable one. */
export type Sha256 = (message: string) => string;
