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

test('a body is not called late for what may have been settled by then, and its reviews are in the table', async ({ page }) => {
  await page.goto('/org/BOARD?asOf=2022-12-31')
  await settled(page)
  await expect(page.locator('.lead')).toContainText(/\d+ to \d+ decisions wait for ICANN Board, \d+ of them with the day not on record\./)
  await expect(page.locator('#waiting .late')).toHaveCount(0)
  await page.getByText(/^Day not on record: /).click()
  const doubt = page.locator('#waiting li', { hasText: 'ATRT1' })
  await doubt.getByRole('button', { name: 'day not on record' }).click()
  await expect(page.getByRole('dialog')).toContainText('closed ATRT1')
  await page.keyboard.press('Escape')
  await expect(page.locator('#matrix')).toContainText('SSR2')
})

test('a figure of the first page never exceeds the whole that it is a part of', async ({ page }) => {
  for (const day of ['2017-10-20', '2019-06-30', '2022-12-31']) {
    await page.goto(`/?asOf=${day}`)
    await settled(page)
    for (const figure of await page.locator('.strip dd').allInnerTexts()) {
      const [part, whole = part] = figure.split('/').map(text => Number(text.split('–').at(-1)))
      expect(part, `${day}: ${figure}`).toBeLessThanOrEqual(whole!)
    }
  }
})
