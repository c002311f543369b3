/**
 * What is needed of a Keyv, so that no version of it is tied in: `new Keyv(new KeyvRedis('redis://…'))`, or
 * one over Valkey, Memcached, Postgres, SQLite or whatever else there is an adapter for.
 */
export interface KeyvLike {
  get(key: string): Promise<unknown>;
  /** @param ttl how long it is kept, in milliseconds */
  set(key: string, value: string, ttl?: number): Promise<unknown>;
  delete(key: string): Promise<unknown>;
  clear(): Promise<unknown>;
  on(event: 'error', listener: (error: unknown) => void): unknown;
}
