import { Type } from 'typebox'

export const formatSchema = Type.Union([
  Type.Literal('fondaco'),
  Type.Literal('shopify'),
  Type.Literal('woocommerce'),
  Type.Literal('spree'),
  Type.Literal('medusa'),
  Type.Literal('own'),
])
