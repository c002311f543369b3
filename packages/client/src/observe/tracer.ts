/** What is told of a span, by name: as OpenTelemetry has it. */
export interface SpanAttributes {
  readonly [name: string]: string | number | boolean;
}

/** What is needed of a span of OpenTelemetry. */
export interface Span {
  setAttributes(attributes: SpanAttributes): unknown;
  setStatus(status: { readonly code: number; readonly message?: string }): unknown;
  end(): void;
}

/**
 * What is needed of a tracer of OpenTelemetry, so that no version of it is tied in:
 * `trace.getTracer('my-app')` is one.
 */
export interface Tracer {
  startActiveSpan<T>(
    name: string,
    options: { readonly kind: number; readonly attributes: SpanAttributes },
    run: (span: Span) => T,
  ): T;
}
