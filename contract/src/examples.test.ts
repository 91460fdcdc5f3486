import { expect, test } from 'vitest'
import { z } from 'zod'
import * as contract from './index.ts'

const schemas = Object.entries(contract as Record<string, unknown>).flatMap(([name, value]): [string, z.ZodType][] =>
  value instanceof z.ZodType ? [[name, value]] : [],
)

test.each(schemas)('the example of %s is one', (_name, schema) => {
  const examples = schema.meta()?.examples as unknown[] | undefined
  for (const example of examples ?? []) expect(schema.safeParse(example)).toMatchObject({ success: true })
})

test('whatever comes in or goes out as an object has an example', () => {
  const bodies = Object.values(contract.operations).flatMap((operation) => [
    ...('body' in operation ? [operation.body] : []),
    ...Object.values(operation.response as Record<number, z.ZodType>).filter((schema) => schema instanceof z.ZodObject),
  ])
  expect(bodies.filter((schema) => !schema.meta()?.examples).map((schema) => schema.meta()?.id)).toEqual([])
})
