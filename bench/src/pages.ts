import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { measureBuild } from '../../tools/bundle-sizes.ts'
import type { Measurement, Section } from './measurement.ts'

const buildWeb = fileURLToPath(new URL('../../tools/build-web.ts', import.meta.url))

/** What a browser fetches before it shows a page. It is the same every time, so it is read once. */
export const pages: Measurement = {
  name: 'pages',
  measure: async () => {
    const built = spawnSync(process.execPath, [buildWeb], { stdio: ['ignore', 'ignore', 'inherit'] })
    if (built.status !== 0) throw new Error('the web app could not be built')
    return [describePages()]
  },
}

function describePages(): Section {
  const sizes = measureBuild()
  return {
    title: 'JavaScript and CSS of a page',
    note: 'With gzip, in KB of 1,000 bytes: the main entry and the page’s own, with all they import; organisers’ pages with their frame.',
    rows: sizes.flatMap(({ page, js, css }) => [
      { name: `${page}: JavaScript`, unit: 'KB', values: [js / 1000] },
      { name: `${page}: CSS`, unit: 'KB', values: [css / 1000] },
    ]),
    ratios: sizes.flatMap(({ page, js, limit }) =>
      limit === undefined
        ? []
        : [
            {
              name: `JavaScript of ${page} ÷ ${limit / 1000} KB`,
              values: [js / limit],
              target: { is: 'below', bound: 1 },
            },
          ],
    ),
  }
}
