import type { Rule } from './rule.ts'
import {
  arrowsPointDownwards,
  departmentForm,
  departmentNames,
  dependsOnExists,
  dependsOnIsTrue,
  floors,
} from './rules/departments.ts'
import {
  clockAndChance,
  consoleAndEnvironment,
  exactMoney,
  exactMoneyOnScreens,
  hostKnowsNoCommerce,
  permitsAreGranted,
} from './rules/effects.ts'
import { importsByRoom, nobodyImportsApps, testsUseDoors } from './rules/imports-by-room.ts'
import { kebabCase, longFiles, sayingNames } from './rules/names.ts'
import { fixturesFolder } from './rules/one-machine.ts'
import { noInlineCode, quotedAttributes } from './rules/pages.ts'
import { keysHoldNoWords, widgetsAreStyled } from './rules/screens.ts'
import { exactColumns, foreignTables, migrationNames, noProcedures, sqlInItsRooms } from './rules/sql.ts'

/** house.md, as far as a program can read it. */
export const RULES: Rule[] = [
  ...[floors, departmentNames, departmentForm, dependsOnExists, arrowsPointDownwards, dependsOnIsTrue],
  ...importsByRoom,
  ...[nobodyImportsApps, testsUseDoors],
  ...[foreignTables, sqlInItsRooms, noProcedures, exactColumns, migrationNames],
  ...[clockAndChance, consoleAndEnvironment, exactMoney, exactMoneyOnScreens, hostKnowsNoCommerce, permitsAreGranted],
  ...[kebabCase, sayingNames, longFiles],
  ...[quotedAttributes, noInlineCode, fixturesFolder],
  ...[keysHoldNoWords, widgetsAreStyled],
]
