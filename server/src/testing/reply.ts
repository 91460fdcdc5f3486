/** JSON as a test reads it: by the names it expects; `String(…)` and `Number(…)` say what it is at the end. */
export interface Json {
  readonly [name: string]: Json
  readonly [index: number]: Json
  [Symbol.iterator](): Iterator<Json>
}

/** An answer as a client sees it. */
export type Reply = { status: number; body: Json; text: string; headers: Record<string, unknown>; bytes?: Buffer }

/** Whoever speaks to the API, in this process or over HTTP. */
export type Client = {
  get(path: string, headers?: Record<string, string>): Promise<Reply>
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply>
  put(path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply>
  delete(path: string, headers?: Record<string, string>): Promise<Reply>
}
