import { IconCoin, IconCoinEuro, IconCoinPound, IconCoinRupee, IconCoinYen, IconCoins } from '@tabler/icons-react'

const coins = new Map([
  ['EUR', IconCoinEuro],
  ['GBP', IconCoinPound],
  ['INR', IconCoinRupee],
  ['JPY', IconCoinYen],
  ['CNY', IconCoinYen],
])

/** A coin of the currency, where there is a picture of it; plain coins for the rest. */
export function CoinIcon({ currency, className }: { currency: string; className: string }) {
  const Coin = coins.get(currency) ?? (/^(USD|CAD|AUD|NZD|SGD|HKD|MXN)$/.test(currency) ? IconCoin : IconCoins)
  return <Coin className={className} aria-hidden />
}
