import { useLanguage } from '../words.ts'
import { catalogueOf } from './catalogue.ts'
import type { Catalogue } from './catalogue.ts'
import type { Studio } from './studio-state.ts'

/** What the options cost as they are typed right now. */
export function useCatalogue({ draft, takeUps }: Studio): Catalogue {
  const language = useLanguage()
  const { currency, event_budget_amount: budget } = draft.fields
  return catalogueOf({ rows: draft.rows, budget, currency, language, takeUp: ({ key }) => takeUps[key] ?? 100 })
}
