import { Link } from '@tanstack/react-router'
import type { RepApp } from '../app/create-rep-app.ts'
import { DraftLink } from '../app/DraftLink.tsx'
import { useAppRows } from '../app/use-app.tsx'
import { useNow } from '../device/use-now.ts'
import { typeWords } from '../statements/type-words.ts'
import { Icon } from '../ui/Icon.tsx'
import { Inset } from '../ui/Inset.tsx'
import { whenWords } from '../ui/time-words.ts'

const MOST = 3

async function readDrafts({ cache, capture }: RepApp) {
  const items = await capture.listDrafts()
  const first = items.slice(0, MOST).map(async item => {
    const content = await capture.read(item.id).catch(() => undefined)
    return content && { item, content, retailer: await cache.retailers.get(content.retailerId) }
  })
  return { count: items.length, drafts: (await Promise.all(first)).filter(draft => draft !== undefined) }
}

type Draft = Awaited<ReturnType<typeof readDrafts>>['drafts'][number]

/** What the rep began and didn't save: the app may have been killed in the middle of it. */
export function DraftsPart() {
  const now = useNow()
  const found = useAppRows(readDrafts)
  if (!found || found.drafts.length === 0) return null
  return (
    <Inset title="Not saved yet">
      {found.drafts.map(({ item, content, retailer }) => (
        <DraftLink key={item.id} item={item} retailerId={content.retailerId} className="inset-row fact-link">
          <span>
            <span className="row-title">Continue your {typeWords[item.type]}</span>
            <span className="row-note">
              {[retailer?.name, contentWords(content), `begun ${whenWords(item.createdAt, now)}`]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </span>
          <Icon name="chevron" />
        </DraftLink>
      ))}
      {found.count > MOST && (
        <Link to="/orders" className="inset-row fact fact-link">
          <span>All {found.count} drafts</span>
          <Icon name="chevron" />
        </Link>
      )}
    </Inset>
  )
}

function contentWords(content: Draft['content']): string {
  if ('orderId' in content) return ''
  if ('at' in content) return content.note
  if ('text' in content) return `“${content.text.slice(0, 40)}${content.text.length > 40 ? '…' : ''}”`
  return content.lines.length === 1 ? '1 product' : `${content.lines.length} products`
}
