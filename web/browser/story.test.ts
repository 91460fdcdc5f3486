import { expect, test } from 'vitest'
import { paths } from '../src/paths.ts'
import { story } from './testing/story.ts'

test(
  'whatever goes wrong in a page is noticed: its policy breached, an error thrown or said, a dialog opened',
  story(
    async ({ open, complaints }) => {
      const page = await open(undefined, paths.signIn())
      await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
      await page.evaluate(() => {
        const script = document.createElement('script')
        script.textContent = 'window.wasRun = true'
        document.head.append(script)
        setTimeout(() => {
          throw new Error('thrown by a page')
        })
        reportError(new Error('reported by a page'))
        alert('opened by a page')
      })
      const signs = [/Content Security Policy/, /thrown by a page/, /reported by a page/, /dialog: opened by a page/]
      await expect.poll(() => signs.filter((sign) => complaints().some((line) => sign.test(line)))).toEqual(signs)
      expect(await page.evaluate('window.wasRun')).toBeUndefined()
      // They were asked for here, so this story goes on without them.
      complaints().splice(0)
    },
    { refusals: [401] },
  ),
)
