import { ChevronDown } from 'lucide-react'
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components'

/** A choice of one from a list; the empty id means "any" or "none". */
export function Pick(props: {
  label: string
  value: string
  choose: (value: string) => void
  items: readonly (readonly [id: string, text: string])[]
}) {
  const { label, value, choose, items } = props
  return (
    <Select className="sel" value={value} onChange={key => choose(String(key ?? ''))}>
      <Label>{label}</Label>
      <Button className="btn field">
        <SelectValue />
        <ChevronDown size={15} aria-hidden />
      </Button>
      <Popover className="pop">
        <ListBox className="menu" items={items.map(([id, text]) => ({ id, text }))}>
          {item => <ListBoxItem className="mi" id={item.id} textValue={item.text}>{item.text}</ListBoxItem>}
        </ListBox>
      </Popover>
    </Select>
  )
}
