"""What each pass does to the edges of a phrase, in words: for who asks why it was cut so."""

PASSES = {
    "diff": "the longest stretches that both sides have in common, in order, stay; what lies between them changed",
    "border": "matched again over the end of a sentence, as a full stop wandered and wording would be lost",
    "label": "the number or bullet in front of a paragraph, matched by itself",
    "sentence": "a whole sentence has no counterpart on the other side",
    "slide": "slid along words that repeat, to where it reads as a phrase",
    "qualifiers": "grown to the whole list of qualifiers, which gained or lost a member",
    "word": "grown over the ending of a verb, in a script that sets no space between words",
    "inflected": "cut off from the verb before it: only the case that the verb asks for differs",
    "roll": "joined with its neighbours: all are names of one roll",
    "stop": "grown over the semicolon that closes the name on both sides",
    "independent": "cut off from what changed beside it for a reason of its own, such as a date that moved on",
    "join": "joined with its neighbour over a mark or a word that an editor would not keep apart",
    "reorder": "joined with its neighbour: a word only went from one to the other",
    "halves": "joined with its neighbour: they are two halves, as quotation marks are",
    "dissolve": "joined over words that are few beside what changed around them",
    "case": "grown over a neighbour that differs by a capital alone, which the change forced",
    "form": "only the way in which it is written differs",
    "paragraph": "cut where it runs from one paragraph into the next",
    "moved": "cut around a sentence that went to another place or came from there",
}
"""By the names in `Edit.passes`, in the order in which the passes run."""
