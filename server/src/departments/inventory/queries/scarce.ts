import { fragment, trusted } from '../../../host/database/sql.ts'
import { integerSettingSql } from '../../../host/settings/setting-sql.ts'
import { lowStock } from './low-stock.ts'

/** Of `inventory.stock s`: no more left to sell than the setting low_stock says. Found by the index stock_scarce. */
export const scarce = fragment`s.scarce <= ${trusted(integerSettingSql(lowStock))}`

/** Of `inventory.stock s`: nothing left to sell, and no back order. */
export const soldOut = trusted('s.scarce <= 0')
