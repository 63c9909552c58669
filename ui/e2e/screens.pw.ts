import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { actAs, errorsOf, settled } from './help'

const SCREENS = {
  'all reviews': '/',
  'all reviews, looking back': '/?asOf=2018-01-15',
  'a review': '/reviews/ssr2',
  'a recommendation': '/reviews/ssr2/recommendations/1.1',
  'an SO/AC': '/org/GNSO',
  history: '/history',
  'one event in the history': '/history?event=100',
  'the first event of a review': '/history?event=1',
  'recording an answer to the scope': '/reviews/ssr2/record/endorse-scope',
  'recording a work plan': '/reviews/ssr2/record/adopt-work-plan',
  'recording a Board action': '/reviews/ssr2/recommendations/1.1/record/record-board-action',
}
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

for (const [name, path] of Object.entries(SCREENS)) {
  for (const lang of ['en', 'zh']) {
    for (const theme of ['light', 'dark'] as const) {
      for (const width of [1440, 390]) {
        test(`${name}: ${lang}, ${theme}, ${width}`, async ({ page }) => {
          const errors = errorsOf(page)
          await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
          await page.setViewportSize({ width, height: 900 })
          await actAs(page, 'SOAC:GNSO')
          await page.goto(`${path}${path.includes('?') ? '&' : '?'}lang=${lang}&theme=${theme}`)
          await settled(page)
          if (path.includes('/record/')) await expect(page.getByRole('dialog').locator('form')).toBeVisible()
          const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze()
          expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.target.join(' ')).slice(0, 3).join(' | ')}`)).toEqual([])
          expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 'overflow').toBeLessThanOrEqual(0)
          expect(errors).toEqual([])
        })
      }
    }
  }
}
