import type { FastifyReply } from 'fastify'
import { type Content, type Frame, renderInFrame } from '../html/frame.ts'

/** Answers with a page. */
export type Show = (reply: FastifyReply, content: Content) => Promise<FastifyReply>

export function createShow(getFrame: () => Promise<Frame>): Show {
  return async (reply, content) => {
    const page = renderInFrame(await getFrame(), content)
    return reply.type('text/html; charset=utf-8').send(page)
  }
}
