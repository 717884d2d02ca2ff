const paths = {
  home: 'M4 11.5 12 4.5l8 7M6 10v9.5h12V10',
  shop: 'M4.5 9.5 6 4.5h12l1.5 5M4.5 9.5a2.5 2.5 0 0 0 5 0 2.5 2.5 0 0 0 5 0 2.5 2.5 0 0 0 5 0M6 12.5v7h12v-7M10 19.5v-4h4v4',
  box: 'M12 3.5 20 8v8l-8 4.5L4 16V8ZM4 8l8 4.5L20 8M12 12.5v8',
  orders: 'M6 3.5h9l3 3v14H6ZM9 9.5h6M9 13h6M9 16.5h4',
  sync: 'M19.5 9A8 8 0 0 0 5 7.5L3.5 9M3.5 4.5V9H8M4.5 15a8 8 0 0 0 14.5 1.5l1.5-1.5M20.5 19.5V15H16',
  check: 'M20 6.5 9.5 17 4 11.5',
  up: 'M12 19.5v-14M6 11l6-6 6 6',
  down: 'M12 4.5v14M6 13l6 6 6-6',
  clock: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM12 7.5V12l3 2',
  warning: 'M12 3.5 21.5 20h-19ZM12 10v4.5M12 17.2v.1',
  person: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM4.5 20c1-4 4-5.5 7.5-5.5s6.5 1.5 7.5 5.5',
  star: 'M12 3.5l2.6 5.3 5.9.9-4.3 4.1 1 5.8L12 16.9l-5.2 2.7 1-5.8L3.5 9.7l5.9-.9Z',
  disk: 'M5 4.5h14v15H5ZM5 14.5h14M15.5 17h.1',
  barcode: 'M4 6v12M7.5 6v12M11 6v12M12.5 6v12M16 6v12M20 6v12',
  chevron: 'M9 5l7 7-7 7',
} as const

export type IconName = keyof typeof paths

/** A line icon. It always has a word beside it, so it is hidden from screen readers. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  )
}
