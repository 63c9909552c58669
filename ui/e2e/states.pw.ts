import { expect, test } from '@playwright/test'
import { settled } from './help'

test('nothing is called absent before it has been read', async ({ page }) => {
  let release = () => {}
  const held = new Promise<void>(resolve => { release = resolve })
  await page.route(/\/api\/reviews\?/, async route => {
    await held
    await route.continue()
  })
  await page.goto('/org/GNSO')
  await expect(page.locator('[aria-busy=true]').first()).toBeVisible()
  await expect(page.getByText('No review is on record yet.')).toHaveCount(0)
  await expect(page.getByText('No open milestone is on record')).toHaveCount(0)
  release()
  await settled(page)
  await expect(page.locator('#matrix tbody tr').first()).toBeVisible()
})

test('what could not be read is said in its place, and asking again helps', async ({ page }) => {
  let down = true
  await page.route(/\/api\/reviews\/ssr2/, route => (down ? route.fulfill({ status: 500, contentType: 'application/problem+json', body: '{"title":"Out of order"}' }) : route.continue()))
  await page.goto('/reviews/ssr2')
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(page.getByRole('link', { name: 'History' }).first()).toBeVisible()
  down = false
  await page.getByRole('alert').getByRole('button').click()
  await settled(page)
  await expect(page.locator('h1')).toContainText('SSR2')
})

test('an answer that nobody gave in time is not called awaited for ever', async ({ page }) => {
  await page.goto('/reviews/ssr2')
  await settled(page)
  await expect(page.locator('#scope')).toContainText('No answer on record')
  await expect(page.locator('#scope')).not.toContainText('Awaited')
  await page.goto('/reviews/ssr2?asOf=2018-10-01')
  await settled(page)
  await expect(page.locator('#scope')).toContainText('Awaited')
})

test('what was done after its day is not said to be kept', async ({ page }) => {
  await page.goto('/reviews/ssr2')
  await settled(page)
  const terms = page.locator('#clocks li').filter({ hasText: 'Terms of reference' })
  await expect(terms).toContainText('done on 30 Aug 2018')
  await expect(terms).toContainText('due 6 Dec 2017 · 267 days late')
})

test('no short name of a milestone and no path inside a row is shown to a reader', async ({ page }) => {
  await page.goto('/reviews/ssr2')
  await settled(page)
  await expect(page.locator('#plan')).toContainText('Final report')
  await expect(page.locator('#plan')).not.toContainText('final-report')
  await page.goto('/history?event=1')
  await settled(page)
  await expect(page.locator('.changes')).toBeVisible()
  for (const label of await page.locator('.changes tbody th').allTextContents()) expect(label).toMatch(/^[A-Z]/)
})

test('a Board that acted on recommendations is not said to have left no trace', async ({ page }) => {
  await page.goto('/reviews/ssr2')
  await settled(page)
  await expect(page.locator('.rail li').filter({ hasText: 'Board action' })).toContainText('22 Jul 2021')
  await expect(page.locator('.gaps')).not.toContainText('Board action')
})

test('the day beside a stage is the day of that stage', async ({ page }) => {
  await page.goto('/reviews/ssr2?asOf=2018-01-15')
  await settled(page)
  await expect(page.locator('.rail .cur')).toContainText('Team convened')
  await expect(page.locator('.rail .cur')).toContainText('2 Mar 2017')
})

test('a long list of changes can be read to its end', async ({ page }) => {
  await page.goto('/org/GNSO?since=2009-01-01')
  await settled(page)
  const changes = page.locator('#changed')
  const more = changes.getByRole('button', { name: 'Show more' })
  await expect(changes.locator('li')).toHaveCount(10)
  await more.click()
  await expect(changes.locator('li')).toHaveCount(60)
  while (await more.isVisible()) {
    const before = await changes.locator('li').count()
    await more.click()
    await expect(async () => expect((await changes.locator('li').count()) > before || !(await more.isVisible())).toBe(true)).toPass()
  }
  const last = await changes.locator('li').count()
  await expect(changes.locator('p.sub').first()).toContainText(new RegExp(`^${last} change`))
})
