import { expect, test } from 'vitest'
import { drive, quantile } from './load.ts'
import { divide, isHeld, median } from './measurement.ts'

const soon = (kind: string) => () => new Promise<string>((resolve) => setImmediate(() => resolve(kind)))

test('everything there is to ask for is asked for once, and counted', async () => {
  const asked: number[] = []
  const items = [1, 2, 3, 4, 5].values()
  const ask = async (item: number) => {
    asked.push(item)
    return soon('right')()
  }
  const load = await drive([ask, ask], 60, () => items.next().value, 'right')
  expect(asked.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5])
  expect(load).toMatchObject({ answers: 5 })
  expect(load.latencies).toHaveLength(5)
})

test('asking ends with its time', async () => {
  const load = await drive([soon('right')], 0.05, () => 1, 'right')
  expect(load.seconds).toBeLessThan(1)
})

test('one answer of another kind, and there is no figure', async () => {
  const kinds = ['right', 'right', '404 REGISTRATION_NOT_FOUND'].values()
  const answers = drive([(kind: string) => soon(kind)()], 60, () => kinds.next().value, 'right')
  await expect(answers).rejects.toThrow('2 × right, 1 × 404 REGISTRATION_NOT_FOUND')
})

test('no answer at all is no figure either', async () => {
  await expect(drive([soon('right')], 60, () => undefined, 'right')).rejects.toThrow('no answer at all')
})

test('the middle of an even number lies between two', () => {
  expect(median([4, 1, 3, 2])).toBe(2.5)
  expect(median([5, 1, 3])).toBe(3)
  expect(quantile([1, 2, 3, 4], 0.99)).toBe(4)
})

test('ratios are taken round by round, and held against what was promised', () => {
  const row = (...values: number[]) => ({ name: '', unit: '', values })
  const ratio = divide('rate', row(50, 20, 60), row(10, 5, 10), { is: 'at least', bound: 5 })
  expect(ratio.values).toEqual([5, 4, 6])
  expect(isHeld(ratio)).toBe(true)
  expect(isHeld({ ...ratio, target: { is: 'at least', bound: 5.1 } })).toBe(false)
  expect(isHeld({ ...ratio, target: { is: 'at most', bound: 5 } })).toBe(true)
  expect(isHeld({ ...ratio, target: { is: 'below', bound: 5 } })).toBe(false)
})
