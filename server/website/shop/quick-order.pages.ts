import { type Html, html } from '../../platform/html/html.ts'
import { Notice } from '../../platform/html/messages.ts'
import type { AnsweredRow, TypedRow } from './answer-rows.ts'
import type { ShopPage } from './shop-frame.html.ts'
import { countWords } from './shop-words.ts'

export type QuickOrderPage = {
  rows: readonly (TypedRow & Partial<Pick<AnsweredRow, 'answer'>>)[]
  /** How many products were added just now, while other rows are still to be corrected. */
  added?: number | undefined
  /** What is wrong with the pasted text or the file as a whole. */
  problem?: string | undefined
  pasted?: string | undefined
}

const [rowsAtFirst, rowsMore] = [8, 3]

export function quickOrderPage({ rows, added = 0, problem, pasted = '' }: QuickOrderPage): ShopPage {
  const empty = Array.from({ length: rows.length === 0 ? rowsAtFirst : rowsMore }, () => ({ code: '', quantity: '' }))
  const wrong = rows.filter(({ answer }) => answer !== undefined && answer.kind !== 'fine').length
  const offered = rows.filter(({ answer }) => answer?.kind === 'offered').length
  return {
    title: problem !== undefined || wrong > 0 ? 'Error: Quick order' : 'Quick order',
    at: 'quick-order',
    main: html`<h1>Quick order</h1>
      <p class="quiet">Enter the codes and quantities that you know. A barcode works, too.</p>
      ${added > 0 && Notice({ kind: 'success', title: `${countWords(added, 'product is', 'products are')} in your basket`, children: html`<p><a href="/shop/basket">Go to the basket</a></p>` })}
      ${problem !== undefined && Notice({ kind: 'danger', title: problem, takesFocus: true })}
      ${wrong > 0 && Notice({ kind: 'warning', title: `${countWords(wrong, 'row needs', 'rows need')} a look`, takesFocus: true, children: html`<p>Correct or empty what is marked below.</p>` })}
      <form class="quick" method="post" action="/shop/quick-order" novalidate>
        <button type="submit" class="visually-hidden" name="next" value="add" tabindex="-1" aria-hidden="true">Add</button>
        <ol class="quick-rows">${[...rows, ...empty].map(Row)}</ol>
        <div class="field"><label class="label" for="pasted">Paste from a spreadsheet</label>
          <p class="hint" id="pasted-hint">Code and quantity side by side, one product on a line.</p>
          <textarea class="input" id="pasted" name="pasted" rows="4" aria-describedby="pasted-hint" spellcheck="false">${pasted}</textarea></div>
        <div class="row"><button type="submit" class="button" name="next" value="add">Put into the basket</button>
          <button type="submit" class="button secondary" name="next" value="check">Check rows</button>
          ${offered > 1 && html`<button type="submit" class="button secondary" name="use" value="all">Use all offered codes</button>`}</div>
      </form>
      ${Upload()}`,
  }
}

function Row({ code, quantity, answer }: QuickOrderPage['rows'][number], place: number): Html {
  const isWrong = answer !== undefined && answer.kind !== 'fine'
  const described = answer && { 'aria-describedby': `answer-${place}`, ...(isWrong && { 'aria-invalid': 'true' }) }
  return html`<li class="quick-row">
    <label class="visually-hidden" for=${`code-${place}`}>Code in row ${place + 1}</label>
    <input class="input" id=${`code-${place}`} name=${`code-${place}`} value=${code} placeholder="Code" autocomplete="off" autocapitalize="none" spellcheck="false" maxlength="100" ...${described || {}} />
    <label class="visually-hidden" for=${`quantity-${place}`}>Quantity in row ${place + 1}</label>
    <input class="input quantity" id=${`quantity-${place}`} name=${`quantity-${place}`} value=${quantity} inputmode="numeric" autocomplete="off" maxlength="40" ...${described || {}} />
    ${answer && html`<p class=${isWrong ? 'error' : 'quiet'} id=${`answer-${place}`}>${answer.text}</p>`}
    ${answer?.kind === 'offered' && html`<button type="submit" class="button secondary small" name="use" value=${String(place)}>Use ${answer.code}</button>`}
  </li>`
}

function Upload(): Html {
  return html`<form class="upload" method="post" action="/shop/quick-order/file" enctype="multipart/form-data">
    <div class="field"><label class="label" for="file">Upload a CSV file</label>
      <p class="hint" id="file-hint">Codes in the first column, quantities in the second, or with headings.</p>
      <input class="input" type="file" id="file" name="file" accept=".csv,.txt,text/csv" required aria-describedby="file-hint" /></div>
    <div class="row"><button type="submit" class="button secondary">Upload file</button></div>
  </form>`
}
