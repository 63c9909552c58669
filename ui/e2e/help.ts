import { expect, type APIRequestContext, type Page } from '@playwright/test'

/** The reader of this window acts for somebody, as if chosen in the header before. */
export async function actAs(page: Page, actingFor: string, person = 'e2e-recorder') {
  await page.addInitScript(([person, actingFor]) => {
    localStorage.setItem('waymark.person', person ?? '')
    localStorage.setItem('waymark.actingFor', actingFor ?? '')
  }, [person, actingFor])
}

let sent = 0

/** Records something as another client would. */
export async function record(request: APIRequestContext, path: string, body: Record<string, unknown>, actingFor: string): Promise<{ position: number; version: number }> {
  const [role, group] = actingFor.split(':')
  const answer = await request.post(`/commands/reviews/${path}`, {
    headers: { 'Idempotency-Key': `e2e-${process.pid}-${Date.now()}-${sent++}`, 'Waymark-Person': 'e2e-other', 'Waymark-Acting-For': actingFor },
    data: { on: { occurredOn: today(), by: { role, ...(group ? { group } : {}) } }, ...body },
  })
  expect(answer.status(), await answer.text()).toBe(201)
  return (await answer.json()) as { position: number; version: number }
}

export const today = () => new Date().toISOString().slice(0, 10)

/** A review of the tests' own, so that no test depends on what another recorded. */
export async function review(request: APIRequestContext): Promise<string> {
  const id = `e2e-${Date.now().toString(36)}${sent++}`
  await record(request, `${id}/schedule-review`, { kind: 'ATRT', name: 'A review for the browser tests', printedAs: id.toUpperCase() }, 'ORG')
  return id
}

/** The page is up to date and will be told of changes. */
export async function live(page: Page) {
  await expect(page.locator('.conn.live')).toBeVisible()
}

/** Nothing is being loaded any more. */
export async function settled(page: Page) {
  await expect(page.locator('h1').first()).toBeVisible()
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
  await page.evaluate(() => document.fonts.ready)
}

/** Errors that a reader would never see but a developer must. */
export function errorsOf(page: Page): string[] {
  const errors: string[] = []
  page.on('console', message => message.type() === 'error' && errors.push(message.text()))
  page.on('pageerror', error => errors.push(error.message))
  return errors
}
