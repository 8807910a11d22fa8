"""The pack `questionnaires`: facts and words of every instrument, as phones keep them and as rules take them."""

from typing import Literal

from pydantic import ConfigDict, Field, RootModel

from jointly.content.pack_shapes import PackParagraph, Shape
from jointly.content.questionnaire_models import Change, How, Item, NormRow, Norms, Number, QuestionnaireFacts, Score
from jointly.content.questionnaire_wording import QuestionnaireWords, Wording
from jointly.content.questionnaires import Questionnaire, Questionnaires


class FromShape(Shape):
    """A shape whose field `from_` is written "from"."""

    model_config = ConfigDict(serialize_by_alias=True, validate_by_name=True, validate_by_alias=True)


class PackOption(Shape):
    value: int
    words: str


class PackItem(Shape):
    """One question. `options` is of a choice, `low` and `high` are of a scale (0 to 10), `unit` is of a number."""

    id: str
    words: str
    hint: str | None
    kind: Literal["choice", "scale", "number", "text"]
    options: tuple[PackOption, ...] | None
    low: str | None
    high: str | None
    min: Number | None
    max: Number | None
    decimals: int
    unit: str | None
    optional: bool
    only_if: str | None
    about: str | None


class PackBand(FromShape):
    """`words` is the range in numbers; `name` is what its owner calls it, for reference only."""

    from_: int = Field(alias="from")
    to: int
    words: str
    name: str | None


class PackChange(Shape):
    amount: Number
    kind: Literal["points", "percent"]
    or_percent: Number | None
    words: str
    source: str


class PackScore(Shape):
    id: str
    words: str
    how: How
    items: tuple[str, ...]
    times: tuple[int, ...]
    at_least: int | None
    count_from: dict[str, int]
    min: Number
    max: Number | None
    decimals: int
    better: Literal["high", "low"] | None
    bands: tuple[PackBand, ...]
    change: PackChange | None
    change_more: PackChange | None


class PackOpens(FromShape):
    """The answer `from` to an item, and every higher one, says yes to a sign of a care card."""

    item: str
    from_: int = Field(alias="from")
    card: str
    sign: str


class PackNormRow(FromShape):
    """The average range, `low` to `high`, of one sex (the answer to the item `sex`) at some ages in years."""

    from_: int = Field(alias="from")
    to: int
    sex: int
    low: int
    high: int


class PackNorms(Shape):
    score: str
    age: str
    sex: str
    source: str
    rows: tuple[PackNormRow, ...]


class PackGroup(Shape):
    id: str
    words: str


class PackQuestionnaire(Shape):
    """One version of an instrument. `shipped` is "wording" too where the service has added the wording it may use."""

    slug: str
    version: int
    title: str
    about: tuple[PackParagraph, ...]
    steps: tuple[str, ...]
    care: tuple[str, ...]
    shipped: Literal["wording", "score-only"]
    assigned_only: bool
    holder: str | None
    source: str
    licence: str
    attribution: str
    permission: str | None
    intro: str | None
    reference: str | None
    items: tuple[PackItem, ...]
    scores: tuple[PackScore, ...]
    opens: tuple[PackOpens, ...]
    norms: PackNorms | None
    groups: tuple[PackGroup, ...]
    not_watched: str
    approved: bool
    earlier: tuple["PackQuestionnaire", ...]


class QuestionnairesPack(RootModel[dict[str, PackQuestionnaire]]):
    model_config = ConfigDict(frozen=True)


def questionnaires_pack(questionnaires: Questionnaires) -> QuestionnairesPack:
    said = questionnaires.not_watched
    return QuestionnairesPack({slug: pack_of(one, said) for slug, one in questionnaires.by_slug.items()})


def pack_of(questionnaire: Questionnaire, not_watched: str) -> PackQuestionnaire:
    facts, words, wording = questionnaire.facts, questionnaire.words, questionnaire.wording
    return PackQuestionnaire(
        slug=facts.slug,
        version=facts.version,
        title=words.title,
        about=tuple(PackParagraph(type="paragraph", text=text) for text in words.about),
        steps=words.steps,
        care=words.care,
        shipped="wording" if wording else "score-only",
        assigned_only=facts.assigned_only,
        holder=facts.holder,
        source=facts.source,
        licence=words.licence,
        attribution=words.attribution,
        permission=getattr(wording, "permission", None),
        intro=wording.intro if wording else None,
        reference=words.reference,
        items=tuple(_item(item, facts, wording) for item in facts.items) if wording else (),
        scores=tuple(_score(score, words, wording is not None) for score in facts.scores),
        opens=tuple(PackOpens(**one.model_dump()) for one in facts.opens),
        norms=_norms(facts.norms) if facts.norms else None,
        groups=tuple(PackGroup(id=group, words=words.groups[group]) for group in facts.groups),
        not_watched=not_watched,
        approved=facts.review.approved,
        earlier=tuple(
            pack_of(Questionnaire(old.facts, old.words, old.wording), not_watched) for old in questionnaire.earlier
        ),
    )


def _item(item: Item, facts: QuestionnaireFacts, wording: Wording) -> PackItem:
    said = wording.items[item.id]
    scale = item.kind == "scale"
    options = said.options or wording.options.get(item.options or "", {})
    values = facts.options[item.options] if item.options else ()
    return PackItem(
        id=item.id,
        words=said.words,
        hint=said.hint,
        kind=item.kind,
        options=tuple(PackOption(value=value, words=options[str(value)]) for value in values) if item.options else None,
        low=said.low,
        high=said.high,
        min=0 if scale else item.min,
        max=10 if scale else item.max,
        decimals=item.decimals,
        unit=said.unit,
        optional=item.optional,
        only_if=item.only_if,
        about=item.about,
    )


def _score(score: Score, words: QuestionnaireWords, asked: bool) -> PackScore:
    """A score; without the wording of its items it is entered as somebody else worked it out."""
    said = words.scores[score.id]
    names = said.names or (None,) * len(score.bands)
    return PackScore(
        id=score.id,
        words=said.words,
        how=score.how if asked else "entered",
        items=score.items if asked else (),
        times=score.times if asked else (),
        at_least=score.at_least if asked else None,
        count_from=score.count_from if asked else {},
        min=score.min,
        max=score.max,
        decimals=score.decimals,
        better=score.better,
        bands=tuple(
            PackBand(from_=band.from_, to=band.to, words=_filled(range_, band.from_, band.to, score.max), name=name)
            for band, range_, name in zip(score.bands, said.bands, names, strict=True)
        ),
        change=_change(score.change, said.change, words.after_change),
        change_more=_change(score.change_more, said.change_more),
    )


def _filled(words: str, from_: int, to: int, most: Number | None) -> str:
    return words.replace("{from}", f"{from_:,}").replace("{to}", f"{to:,}").replace("{max}", f"{most:,}")


def _change(change: Change | None, words: str | None, after: str | None = None) -> PackChange | None:
    if change is None or words is None:
        return None
    said = words.replace("{amount}", f"{change.amount:g}").replace("{percent}", f"{change.amount:g}")
    return PackChange(
        words=f"{said} {after}" if after else said, **change.model_dump(exclude={"source"}), source=change.source
    )


def _norms(norms: Norms) -> PackNorms:
    def row(of: NormRow, sex: int, range_: tuple[int, ...]) -> PackNormRow:
        return PackNormRow(from_=of.from_, to=of.to, sex=sex, low=range_[0], high=range_[1])

    rows = [(row(one, norms.women, one.women), row(one, norms.men, one.men)) for one in norms.rows]
    return PackNorms(
        score=norms.score,
        age=norms.age,
        sex=norms.sex,
        source=norms.source,
        rows=tuple(made for pair in rows for made in pair),
    )
