import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import { Unreachable, newIntent } from '../api.ts'

/**
 * Something to be done once: a double click does nothing twice, and trying again after a lost answer keeps the same
 * idempotency key, so that the server does it once as well. A new key comes with the next intent.
 */
export function useAction<Input, Result>(
  act: (input: Input, intent: { 'Idempotency-Key': string }) => Promise<Result>,
  options: { onDone?: (result: Result, input: Input) => void; onError?: (error: unknown, input: Input) => void } = {},
) {
  const kept = useRef<{ input: string; intent: { 'Idempotency-Key': string } } | undefined>(undefined)
  const mutation = useMutation({
    mutationFn: (input: Input) => {
      const said = JSON.stringify(input) ?? ''
      const intent = kept.current?.input === said ? kept.current.intent : newIntent()
      kept.current = { input: said, intent }
      return act(input, intent)
    },
    onSuccess: (result, input) => {
      kept.current = undefined
      options.onDone?.(result, input)
    },
    onError: (error, input) => {
      // Only where nobody knows whether it was done is the same key used again.
      if (!(error instanceof Unreachable)) kept.current = undefined
      options.onError?.(error, input)
    },
  })
  const run = (input: Input) => {
    if (!mutation.isPending) mutation.mutate(input)
  }
  return { run, isPending: mutation.isPending, error: mutation.error, reset: mutation.reset, data: mutation.data }
}
