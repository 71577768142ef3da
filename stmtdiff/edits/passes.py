"""What each pass does to the edges of a phrase, in words: for who asks why it was cut so."""

PASSES = {
    "diff": "the longest runs of words that both sides share stay; the words between them changed",
    "border": "matched again across the end of a sentence, because a full stop had moved",
    "label": "the number or bullet before a paragraph, matched separately",
    "sentence": "a whole sentence has no counterpart on the other side",
    "slide": "moved along repeated words, so that it reads as a phrase",
    "qualifiers": "extended to the whole list of qualifiers, because a member was added or dropped",
    "word": "extended over the ending of a verb, in a script without spaces between words",
    "inflected": "separated from the verb before it: only the case that the verb asks for differs",
    "roll": "joined with its neighbours: all are names in one list",
    "stop": "extended over the semicolon after the name on both sides",
    "independent": "separated from the change beside it, which has its own reason, such as a later date",
    "join": "joined with its neighbour: an editor would not separate them for one mark or word",
    "reorder": "joined with its neighbour: a word only moved from one to the other",
    "halves": "joined with its neighbour: they are a pair, like opening and closing quotation marks",
    "dissolve": "joined over a few unchanged words between larger changes",
    "case": "extended over a neighbour in which only a capital letter changed because of it",
    "form": "only the way it is written differs",
    "paragraph": "cut at the end of a paragraph",
    "moved": "cut around a sentence that moved",
}
"""By the names in `Edit.passes`, in the order in which the passes run."""
