import { expect, test } from '@playwright/test'
import { settled } from './help'

test('SSR2 is paused as of 15 January 2018, and today it is not', async ({ page }) => {
  await page.goto('/reviews/ssr2?asOf=2018-01-15')
  await settled(page)
  await expect(page.locator('.head')).toContainText('Paused')
  await expect(page.locator('main')).toContainText('October 2017')
  await expect(page.locator('.pastbar')).toContainText('15 Jan 2018')
  await page.getByRole('button', { name: 'Return to the present' }).click()
  await settled(page)
  await expect(page.locator('.pastbar')).toHaveCount(0)
  await expect(page.locator('.head')).not.toContainText('Paused')
})

test('the day before a Board action a recommendation shows none of it, that day it does', async ({ page, request }) => {
  const answer = await request.get('/api/trail?type=BoardActionRecorded&review=ssr2&limit=500')
  const { rows } = (await answer.json()) as { rows: { row: { stream: string; payload: { on: { occurredOn: string; precision?: string }; disposition: string; part: string } } }[] }
  const first = new Map<string, (typeof rows)[number]['row']>()
  for (const { row } of rows) {
    const before = first.get(row.stream)
    if (!before || row.payload.on.occurredOn < before.payload.on.occurredOn) first.set(row.stream, row)
  }
  const acted = [...first.values()].find(({ payload }) => (payload.on.precision ?? 'DAY') === 'DAY' && payload.part === 'whole' && payload.disposition === 'APPROVED')
  expect(acted, 'a dated approval in the history').toBeDefined()
  const [, review, number] = acted!.stream.split('/')
  const day = acted!.payload.on.occurredOn
  const before = new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)

  await page.goto(`/reviews/${review}/recommendations/${number}?asOf=${before}`)
  await settled(page)
  await expect(page.locator('.head')).toContainText('No Board action')
  await page.goto(`/reviews/${review}/recommendations/${number}?asOf=${day}`)
  await settled(page)
  await expect(page.locator('.head')).toContainText('Approved')
})

test('as known at a position before the import nothing is there', async ({ page }) => {
  await page.goto('/?knownAt=0')
  await settled(page)
  await expect(page.locator('main')).not.toContainText('SSR2')
})

test('nothing can be recorded in the past, and the reason is said', async ({ page }) => {
  await page.goto('/reviews/ssr2?asOf=2018-01-15')
  await settled(page)
  const button = page.getByRole('button', { name: 'Record decision' })
  await expect(button).toHaveAttribute('aria-disabled', 'true')
  await expect(button).toHaveAccessibleDescription(/Return to the present/)
})
