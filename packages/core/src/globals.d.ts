// The few globals that the core uses beyond ES2023. Every supported runtime has them; naming them
// here keeps DOM and Node types, and what comes with them, out of the core.

interface SubtleCryptoHmac {
  importKey(
    format: 'raw',
    keyData: Uint8Array,
    algorithm: { name: 'HMAC'; hash: 'SHA-1' },
    extractable: boolean,
    usages: readonly 'sign'[],
  ): Promise<object>;
  sign(algorithm: 'HMAC', key: object, data: Uint8Array): Promise<ArrayBuffer>;
}

declare const crypto: { readonly subtle?: SubtleCryptoHmac };

declare class TextEncoder {
  encode(text: string): Uint8Array;
}

declare function btoa(binary: string): string;
