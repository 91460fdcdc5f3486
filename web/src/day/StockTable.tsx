import { useQuery } from '@tanstack/react-query'
import { AllotmentBar } from '../ui/AllotmentBar.tsx'
import { ErrorNote, Skeleton } from '../ui/Notes.tsx'
import { sayCount } from '../ui/format.ts'
import { useLanguage } from '../words.ts'
import { inventoryQuery } from './day-query.ts'
import { useDayWords } from './words.ts'

/** On hand, promised and handed out, by option: solid is handed out, striped is still theirs. */
export function StockTable({ eventId }: { eventId: string }) {
  const say = useDayWords()
  const language = useLanguage()
  const stock = useQuery(inventoryQuery(eventId))
  const count = (number: number) => sayCount(number, language)
  return (
    <section>
      <h2>{say('stock')}</h2>
      {stock.error && <ErrorNote error={stock.error} onRetry={() => void stock.refetch()} />}
      {stock.isPending && <Skeleton height={120} />}
      {stock.data && (
        <div className="daywide" tabIndex={0} role="group" aria-label={say('stock')}>
          <table className="tb">
            <thead>
              <tr>
                <th scope="col">{say('option')}</th>
                <th scope="col" aria-hidden className="barcol" />
                <th scope="col" className="r">
                  {say('handedOut')}
                </th>
                <th scope="col" className="r">
                  {say('promised')}
                </th>
                <th scope="col" className="r">
                  {say('onHand')}
                </th>
                <th scope="col" className="r">
                  {say('left')}
                </th>
              </tr>
            </thead>
            <tbody>
              {stock.data.map((one) => (
                <tr key={one.event_option_id}>
                  <th scope="row">
                    {one.option_name}
                    {one.desks.length > 0 && (
                      <small>
                        {say('onTables')}:{' '}
                        {one.desks
                          .map(({ name, left_on_table: left, counted }) =>
                            say('onTable', { desk: name, left: count(left), counted: count(counted) }),
                          )
                          .join('; ')}
                      </small>
                    )}
                  </th>
                  <td className="barcol">
                    <AllotmentBar
                      size="xs"
                      holds
                      committed={one.handed_out}
                      pending={one.promised}
                      total={one.total_available}
                    />
                  </td>
                  <td className="r">{count(one.handed_out)}</td>
                  <td className="r">{count(one.promised)}</td>
                  <td className="r">{count(one.on_hand)}</td>
                  <td className="r">{count(one.left)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
