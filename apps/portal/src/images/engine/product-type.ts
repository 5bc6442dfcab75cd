/** What the words of a title say about the product, the first match deciding. */
const WORDS: readonly (readonly [type: string, words: RegExp])[] = [
  ['eyewear', /\b(sun)?glasses|\beyewear|\bspectacles|\bgoggles|brille/i],
  ['footwear', /\bshoes?\b|\bboots?\b|\bsneakers?\b|\bsandals?\b|\bheels\b|schuh|stiefel/i],
  ['headwear', /\bhats?\b|\bcaps?\b|\bbeanies?\b|\bberets?\b|mütze|\bhut\b/i],
  ['jewelry', /\bnecklaces?\b|\bearrings?\b|\bbracelets?\b|\brings?\b|\bpendants?\b|kette|ohrring/i],
  ['bag', /\bbags?\b|\bbackpacks?\b|\bhandbags?\b|\bpurses?\b|\btotes?\b|tasche|rucksack/i],
  ['watch', /\bwatch(es)?\b|armbanduhr/i],
];

/** The kind of product, as far as its title tells; most of what is tried on is worn on the body. */
export function productTypeOf(title: string | undefined): string {
  return WORDS.find(([, words]) => words.test(title ?? ''))?.[0] ?? 'apparel';
}
