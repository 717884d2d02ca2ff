import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { retailerOfVisit } from '../device/current-visit.ts'
import type { RepApp } from './create-rep-app.ts'
import { useAppRows } from './use-app.tsx'

async function readCurrent({ cache, visit, serverNow }: RepApp) {
  const now = serverNow()
  const day = 86_400_000
  const near = [new Date(now - day).toISOString(), new Date(now + day).toISOString()] as const
  const visits = await cache.visits
    .where('at')
    .between(...near)
    .toArray()
  const id = retailerOfVisit({ now, opened: await visit.readOpened(), visits })
  return { retailer: id === undefined ? undefined : await cache.retailers.get(id) }
}

/** The way to a new order: for the retailer of the current visit, or for any other. */
export function NewOrderBar() {
  const retailer = useAppRows(readCurrent)?.retailer
  return (
    <div className="action-bar">
      <div className="actions">
        {retailer && (
          <Button variant="default" component={Link} to="/retailers">
            Another retailer
          </Button>
        )}
        {retailer ? (
          <Button
            renderRoot={props => <Link {...props} to="/orders/new" search={{ retailer: retailer.id, kind: 'order' }} />}
          >
            New order for {retailer.name}
          </Button>
        ) : (
          <Button component={Link} to="/retailers">
            New order
          </Button>
        )}
      </div>
    </div>
  )
}
