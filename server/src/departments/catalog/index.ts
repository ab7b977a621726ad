export { basePrice } from './domain/content-of-piece.ts'
export type { ContentOfPiece } from './domain/content-of-piece.ts'
export type { SpecificationLine } from './domain/specification.ts'
export { facetTexts, listFacets } from './queries/list-facets.ts'
export type { Facet } from './queries/list-facets.ts'
export type { ProductSafety } from './queries/find-product.ts'
export { isGtin } from './domain/gtin.ts'
export { planProductChange } from './domain/plan-product-change.ts'
export type { ProductPlan } from './domain/plan-product-change.ts'
export type { ProductDifference } from './domain/product-differences.ts'
export { LIMITS } from './domain/product.ts'
export type {
  CategoryId,
  Option,
  Product,
  ProductDraft,
  ProductId,
  ProductImage,
  ProductState,
  Texts,
  VariantDraft,
  VariantId,
} from './domain/product.ts'
export type { CategoryDraft } from './domain/category.ts'
export { findProduct, findProductByHandle, findProductsByHandles } from './queries/find-product.ts'
export type { ProductPage, ProductRecord } from './queries/find-product.ts'
export { findSkuOwners } from './queries/find-sku-owners.ts'
export { listCategories } from './queries/list-categories.ts'
export type { CategoryView } from './queries/list-categories.ts'
export { listProducts, PRODUCT_ORDERS } from './queries/list-products.ts'
export type { ProductCard, ProductFilter, ProductList, ProductOrder } from './queries/list-products.ts'
export { goodsMeet, listChosenVariants } from './queries/goods-of-plans.ts'
export type { ChosenGoods, ChosenVariant } from './queries/goods-of-plans.ts'
export { searchProducts } from './queries/search-products.ts'
export { getVariantTitles } from './queries/variant-titles.ts'
export type { VariantTitle } from './queries/variant-titles.ts'
export type { Attribute } from './domain/attribute.ts'
export type { AttributeValue, AttributeValues } from './domain/attribute-values.ts'
export type { Family } from './domain/family.ts'
export type { SafetyContact } from './domain/safety-contact.ts'
export { putAttribute } from './use-cases/put-attribute.ts'
export { putFamily } from './use-cases/put-family.ts'
export { addSafetyContact, changeSafetyContact } from './use-cases/put-safety-contact.ts'
export { restoreProduct } from './use-cases/restore-product.ts'
export { listContacts } from './queries/safety-contacts.ts'
export { changeProduct } from './use-cases/change-product.ts'
export { publishProduct, unpublishProduct } from './use-cases/publish-product.ts'
export { saveCategory } from './use-cases/save-category.ts'
export type { SavedCategory } from './use-cases/save-category.ts'
export { createProduct, saveProduct } from './use-cases/save-product.ts'
export type { SavedProduct } from './use-cases/write-plan.ts'
