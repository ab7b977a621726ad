export { beginPromotionTrial } from './begin-trial.ts'
export { runTrial } from './run-trial.ts'
