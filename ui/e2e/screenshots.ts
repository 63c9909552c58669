import { test } from '@playwright/test'
import path from 'node:path'
import { actAs, live, settled } from './help'

const folder = path.join(import.meta.dirname, '../../docs/screenshots')
const SCREENS = {
  reviews: '/',
  review: '/reviews/ssr2',
  recommendation: '/reviews/ssr2/recommendations/1.1',
  group: '/org/GNSO',
  history: '/history',
  past: '/reviews/ssr2?asOf=2018-01-15',
  record: '/reviews/ssr2/recommendations/1.1/record/record-board-action',
}

for (const [name, address] of Object.entries(SCREENS)) {
  for (const theme of ['light', 'dark'] as const) {
    for (const width of [1440, 390]) {
      test(`${name}-${width}-${theme}`, async ({ page }) => {
        await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
        await page.setViewportSize({ width, height: width === 390 ? 844 : 900 })
        await actAs(page, 'BOARD')
        await page.goto(`${address}${address.includes('?') ? '&' : '?'}lang=en&theme=${theme}`)
        await settled(page)
        if (!address.includes('asOf')) await live(page)
        await page.screenshot({ path: path.join(folder, `${name}-${width}-${theme}.png`), animations: 'disabled' })
      })
    }
  }
}
