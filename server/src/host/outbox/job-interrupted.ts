/**
 * Thrown by work that was asked to end before it was done: this process is closing, or another one has taken the work over.
 * Nobody failed, so it costs no attempt.
 */
export class JobInterrupted extends Error {
  constructor() {
    super('interrupted')
  }
}
