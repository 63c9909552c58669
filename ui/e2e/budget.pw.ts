import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { expect, test } from '@playwright/test'
import { settled } from './help'

const BUDGETS = fileURLToPath(new URL('../../docs/budgets.properties', import.meta.url))

test('the scripts of the first page keep to their budget', async ({ page }) => {
  const [, budget] = /^scripts\.first-page = < (\d+) KiB$/m.exec(readFileSync(BUDGETS, 'utf8')) ?? []
  const sizes: Promise<number>[] = []
  page.on('response', answer => {
    if (new URL(answer.url()).pathname.endsWith('.js')) sizes.push(answer.body().then(script => gzipSync(script).length))
  })
  await page.goto('/')
  await settled(page)
  await page.waitForLoadState('networkidle')
  const kibibytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 1024
  expect(sizes.length).toBeGreaterThan(3)
  expect(kibibytes).toBeLessThan(Number(budget))
})
