import { expect, test } from '@playwright/test'
import { actAs, errorsOf, live, settled } from './help'

/** Languages as browsers name them; none of them is the name under which the kit keeps its own words. */
const BROWSERS = { en: 'All reviews', de: 'All reviews', 'pt-BR': 'All reviews', 'zh-TW': '全部审核', zh: '全部审核' }

for (const [locale, heading] of Object.entries(BROWSERS)) {
  test.describe(`In a browser that asks for ${locale}`, () => {
    test.use({ locale })

    test('the page is shown, and its menus, choices and slider work', async ({ page }) => {
      const errors = errorsOf(page)
      await actAs(page, 'SOAC:GNSO')
      await page.goto('/')
      await settled(page)
      await live(page)
      await expect(page.locator('h1')).toHaveText(heading)
      for (const button of await page.locator('.tools .icon').all()) {
        await button.click()
        await expect(page.locator('.pop').last()).toBeVisible()
        await page.keyboard.press('Escape')
        await expect(page.locator('.pop')).toHaveCount(0)
        await expect(button).toBeFocused()
      }
      await page.locator('.look').click()
      await expect(page.getByRole('slider')).toBeVisible()
      await page.goto('/history')
      await settled(page)
      await page.locator('.filters .sel button').first().click()
      await expect(page.getByRole('listbox')).toBeVisible()
      expect(errors).toEqual([])
    })
  })
}
