import { expect, test, type Page } from '@playwright/test'
import { actAs, errorsOf, live, record, review, settled } from './help'

test('a decision recorded in one window appears in another without a reload', async ({ browser, request }) => {
  const id = await review(request)
  const reader = await (await browser.newContext()).newPage()
  const writer = await (await browser.newContext()).newPage()
  await actAs(writer, 'ORG')
  await reader.goto(`/reviews/${id}`)
  await settled(reader)
  await live(reader)
  await reader.evaluate(() => ((window as never as { same: boolean }).same = true))

  await writer.goto(`/reviews/${id}/record/note-occurrence`)
  const dialog = writer.getByRole('dialog')
  await dialog.getByLabel('Short word for it').fill('face-to-face-meeting')
  await dialog.getByLabel('In words').fill('The team met in Kigali.')
  await dialog.getByRole('button', { name: 'Review before recording' }).click()
  await dialog.getByRole('button', { name: 'Record decision' }).click()
  await expect(writer.getByRole('dialog')).toHaveCount(0)
  await expect(writer.locator('.rec-said')).toContainText('The team met in Kigali.')

  await expect(reader.locator('#history')).toContainText('The team met in Kigali.')
  expect(await reader.evaluate(() => (window as never as { same?: boolean }).same)).toBe(true)
})

/** Takes the network away from a page and gives it back: requests, new sockets, and the one that is open. */
async function cable(page: Page) {
  let cut = false
  const open = new Set<{ close: () => Promise<void> }>()
  await page.routeWebSocket(/\/live$/, socket => {
    if (cut) return void socket.close()
    const server = socket.connectToServer()
    open.add(socket)
    socket.onClose(() => {
      open.delete(socket)
      void server.close()
    })
  })
  return {
    async cut() {
      cut = true
      await page.context().setOffline(true)
      for (const socket of open) await socket.close()
    },
    async restore() {
      cut = false
      await page.context().setOffline(false)
    },
  }
}

const WITHIN_A_SECOND = { timeout: 1_000 }

test('a window whose network was cut catches up without a reload, and says so', async ({ browser, request }) => {
  const id = await review(request)
  const page = await (await browser.newContext()).newPage()
  const network = await cable(page)
  await page.goto(`/reviews/${id}`)
  await settled(page)
  await live(page)
  await page.evaluate(() => ((window as never as { same: boolean }).same = true))

  await network.cut()
  await expect(page.locator('.conn')).not.toHaveClass(/\blive\b/)
  await record(request, `${id}/note-occurrence`, { kind: 'letter', words: 'The chairs wrote a letter.' }, 'ORG')
  await record(request, `${id}/note-occurrence`, { kind: 'answer', words: 'The Board answered it.' }, 'ORG')
  await expect(page.locator('#history')).not.toContainText('The Board answered it.')

  await network.restore()
  await expect(page.locator('.conn')).toHaveText('Caught up, 2 changes', WITHIN_A_SECOND)
  await expect(page.locator('#history')).toContainText('The chairs wrote a letter.')
  await expect(page.locator('#history')).toContainText('The Board answered it.')
  expect(await page.evaluate(() => (window as never as { same?: boolean }).same)).toBe(true)
})

test('a window whose network was away for a moment is live again at once, without any change', async ({ browser, request }) => {
  const page = await (await browser.newContext()).newPage()
  await page.goto(`/reviews/${await review(request)}`)
  await settled(page)
  await live(page)

  await page.context().setOffline(true)
  await expect(page.locator('.conn')).toContainText('Offline')
  await page.context().setOffline(false)
  await expect(page.locator('.conn')).toHaveText('Caught up, nothing changed', WITHIN_A_SECOND)
})

/** Freezes the server as the page sees it: sockets open and nothing comes, not even an answer to a close. */
async function frost(page: Page) {
  let frozen = false
  await page.routeWebSocket(/\/live$/, socket => {
    socket.onClose(() => {})
    if (frozen) return
    const server = socket.connectToServer()
    socket.onMessage(message => frozen || server.send(message))
    server.onMessage(message => frozen || socket.send(message))
  })
  return {
    freeze: () => (frozen = true),
    thaw: () => (frozen = false),
  }
}

test('a frozen server is not called live for longer than three heartbeats', async ({ browser, request }) => {
  const id = await review(request)
  const page = await (await browser.newContext()).newPage()
  await page.clock.install()
  const server = await frost(page)
  await page.goto(`/reviews/${id}`)
  await settled(page)
  await live(page)

  server.freeze()
  await page.clock.runFor(30_000)
  await expect(page.locator('.conn')).toHaveText('Reconnecting…', WITHIN_A_SECOND)
  await page.clock.runFor(60_000)
  await expect(page.locator('.conn')).toContainText('Offline – showing', WITHIN_A_SECOND)

  await record(request, `${id}/note-occurrence`, { kind: 'letter', words: 'The chairs wrote a letter.' }, 'ORG')
  server.thaw()
  await page.clock.runFor(20_000)
  await expect(page.locator('.conn')).toHaveText('Caught up, 1 change')
  await expect(page.locator('#history')).toContainText('The chairs wrote a letter.')
})

test('nothing is said on the console while all goes well', async ({ page, request }) => {
  const id = await review(request)
  const errors = errorsOf(page)
  await page.goto('/')
  await settled(page)
  await live(page)
  await record(request, `${id}/note-occurrence`, { kind: 'letter', words: 'A quiet change.' }, 'ORG')
  await expect(page.getByText(`${id.toUpperCase()}: A quiet change.`).first()).toBeVisible()
  expect(errors).toEqual([])
})
