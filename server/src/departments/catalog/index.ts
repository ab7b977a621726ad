export type { Bundle, BundleGroup, BundleOption, BundlePriceRule } from './domain/bundles/bundle.ts'
export { leastOf, limitProblem, withinLimit } from './domain/order-limit.ts'
export type { LimitProblem, OrderLimit } from './domain/order-limit.ts'
export { findOrderLimit } from './queries/order-limits.ts'
export { putOrderLimit } from './use-cases/put-order-limit.ts'
export { listDownloads, loadKindTerms } from './queries/kinds/kind-terms.ts'
export type { TermsOfProduct } from './queries/kinds/kind-terms.ts'
export type { Download } from './domain/kinds/kind-terms.ts'
export { addDownload, removeDownload } from './use-cases/kinds/change-downloads.ts'
export { viewKindTerms } from './use-cases/kinds/view-kind-terms.ts'
export { putKindTerms } from './use-cases/kinds/put-kind-terms.ts'
export { needsDelivery } from './domain/kinds/product-kind.ts'
export type { ProductKind } from './domain/kinds/product-kind.ts'
export { choiceKey, chooseComponents, isSettled, usualChoices } from './domain/bundles/choose-components.ts'
export type { BundleChoice, ChosenComponent } from './domain/bundles/choose-components.ts'
export { loadBundles, loadBundlesSoldAs, loadBundlesWith } from './queries/bundles.ts'
export { bundleToWrite } from './http/schemas.ts'
export { putBundle } from './use-cases/put-bundle.ts'
export { putRelated } from './use-cases/put-related.ts'
export { listRelated } from './queries/related.ts'
export { LAST_ORDERS } from './domain/bought-together.ts'
export { listTogether, showsTogether } from './queries/bought-together.ts'
export { keepTogether, noteBought, takeToCount } from './use-cases/count-together.ts'
export { KEEP_OFFERS, noteOffersOfVariantsDue, takeOffersDue } from './use-cases/note-offers-due.ts'
export type { RelatedCard } from './queries/related.ts'
export type { RelatedKind, Relation } from './domain/related.ts'
export { createKind } from './use-cases/create-kind.ts'
export { basePrice } from './domain/content-of-piece.ts'
export type { FocalPoint } from './domain/focal-point.ts'
export type { ContentOfPiece } from './domain/content-of-piece.ts'
export type { SpecificationLine } from './domain/specification.ts'
export { listFacets } from './queries/list-facets.ts'
export { facetTexts } from './queries/product-conditions.ts'
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
export { loadShowingTurns } from './queries/showings.ts'
export type { ShopPlace } from './queries/shown-here.ts'
export { findSkuOwners } from './queries/find-sku-owners.ts'
export { checkCollectionRule } from './domain/collection-rule.ts'
export type { CollectionCondition, CollectionRule } from './domain/collection-rule.ts'
export { collectionRuleSchema } from './http/schemas.ts'
export {
  findShopCollection,
  listCollectionHandles,
  listCollectionsToKeep,
  listShopCollections,
  productsToShow,
} from './queries/collections.ts'
export { listCollectionChoices } from './queries/collection-choices.ts'
export { findShopBrand, listBrandNames } from './queries/brands.ts'
export type { CollectionDraft } from './domain/collection.ts'
export { createBrand } from './use-cases/save-brand.ts'
export { createCollection, keepCollection } from './use-cases/save-collection.ts'
export { findCategoryWords } from './queries/shop-pages.ts'
export type { ShopPageWords } from './queries/shop-pages.ts'
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
export type { AttributeValue, AttributeValues, ValuesToSet } from './domain/attribute-values.ts'
export { listAttributes } from './queries/definitions.ts'
export { PRODUCT_KINDS } from './domain/kinds/product-kind.ts'
export { loadKindsByHandle } from './queries/kinds-by-handle.ts'
export { listHandlesOf, listProductsOfFile } from './queries/products-of-file.ts'
export type { ProductOfFile } from './queries/products-of-file.ts'
export { keepKinds } from './use-cases/keep-kinds.ts'
export type { Family } from './domain/family.ts'
export type { SafetyContact } from './domain/safety-contact.ts'
export { putAttribute } from './use-cases/put-attribute.ts'
export { putFamily } from './use-cases/put-family.ts'
export { isBlocking, judgeForFeed } from './domain/feed-item.ts'
export type { FeedAddresses, FeedOffer, FeedProblem, FeedProduct } from './domain/feed-item.ts'
export { FEED_WRITERS } from './domain/write-feed.ts'
export type { FeedPolicy, FeedShop } from './domain/write-feed.ts'
export {
  FEED_FORMATS,
  FEED_PROBLEMS,
  findFeedBySecret,
  findFeedFile,
  listFeedProducts,
  listFeeds,
} from './queries/feeds.ts'
export type { Feed, FeedFile, FeedProblems } from './queries/feeds.ts'
export { feedMinutes } from './queries/feed-minutes.ts'
export {
  buildFeedAnew,
  closeFeed,
  keepFeedFile,
  listFeedsDue,
  noteFeedRead,
  openFeed,
  openFeedFile,
} from './use-cases/feeds.ts'
export { refusals as catalogRefusals } from './domain/refusals.ts'
export type { Term } from './domain/translation.ts'
export { putTerm } from './use-cases/put-term.ts'
export { addSafetyContact, changeSafetyContact } from './use-cases/put-safety-contact.ts'
export { restoreProduct } from './use-cases/restore-product.ts'
export { listContacts } from './queries/safety-contacts.ts'
export { changeProduct } from './use-cases/change-product.ts'
export { publishProduct, unpublishProduct } from './use-cases/publish-product.ts'
export { saveCategory } from './use-cases/save-category.ts'
export type { SavedCategory } from './use-cases/save-category.ts'
export { createProduct, saveProduct } from './use-cases/save-product.ts'
export { saveProducts } from './use-cases/save-products.ts'
export { listCategoryNames } from './queries/category-names.ts'
export type { SavedProduct } from './use-cases/write-plan.ts'
export { mayStep } from './domain/import-record.ts'
export type {
  ImportChange,
  ImportColumn,
  ImportedProductRecord,
  ImportPlan,
  ImportRecord,
  ImportRefusal,
  KeptChange,
} from './domain/import-record.ts'
export {
  countImportPictures,
  findNextPicture,
  listFailedPictures,
  listWaitingPictures,
  loadPictureSources,
} from './queries/import-pictures.ts'
export type { WaitingPicture } from './queries/import-pictures.ts'
export { keepPicturesToFetch, noteFetched, putFetchedPictures, retryPictures } from './use-cases/import-pictures.ts'
export type { Fetched } from './use-cases/import-pictures.ts'
export { importRefusals } from './domain/import-refusals.ts'
export { isOfOthers } from './domain/plan-undo.ts'
export {
  findImport,
  findImportFile,
  hasImports,
  listImportedProducts,
  listImportMappings,
  listImportRefusals,
} from './queries/imports.ts'
export type { ImportMapping } from './queries/imports.ts'
export {
  beginImport,
  createImport,
  endImport,
  endUndo,
  keepRefusals,
  keepStep,
  keepTrial,
  keepUndone,
  planImport,
  refuseImport,
  removeImportMapping,
  saveImportMapping,
} from './use-cases/keep-import.ts'
export { setBackImported } from './use-cases/undo-imported.ts'
export type { SetBack } from './use-cases/undo-imported.ts'
export { translateText } from './use-cases/translate-text.ts'
