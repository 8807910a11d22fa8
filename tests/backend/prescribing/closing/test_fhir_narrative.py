"""The narrative of the FHIR document is safe XHTML whatever was written."""

import json
import re
from dataclasses import replace
from xml.etree import ElementTree

from fhir.resources.R4B.bundle import Bundle

from jointly.prescribing.closing import model as m
from jointly.prescribing.closing.fhir import document
from jointly.prescribing.closing.letter import Facts, Points, Quote, Table, Text, Under
from jointly.prescribing.closing.xhtml import narrative
from support.fhir import resources, section

ALLOWED = {"div", "p", "h3", "ul", "li", "dl", "dt", "dd", "blockquote", "table", "caption", "thead", "tbody"}
ALLOWED |= {"tr", "th", "td", "br"}


def test_narratives_are_safe_xhtml_whatever_was_written(changed, message, speak, hostile):
    name = m.Name(given=(hostile,), family=(hostile,))
    made = document(
        changed(
            person=replace(message.person, name=name),
            summary=hostile,
            impact=hostile,
            tried=(replace(message.tried[0], what=hostile, organisation=hostile, what_did_not=hostile),),
            presenting=m.Presenting(referrer=(m.Coded(text=hostile),), own=(hostile,)),
            told=(hostile,),
        ),
        speak,
    )

    Bundle.model_validate_json(json.dumps(made))
    for one in resources(made, "Composition")[0]["section"]:
        tree = ElementTree.fromstring(one["text"]["div"])
        for element in tree.iter():
            space, _, tag = element.tag.rpartition("}")
            assert (space, tag in ALLOWED) == ("{http://www.w3.org/1999/xhtml", True)
            assert set(element.attrib) <= {"lang", "{http://www.w3.org/XML/1998/namespace}lang"}
        assert "".join(tree.itertext()).strip()
    visible = re.sub(r"[\x00-\x1f\x7f]|[\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]", "", hostile)
    summary = ElementTree.fromstring(section(made, "Summary")["text"]["div"])
    assert re.sub(r"\s", "", visible) in re.sub(r"\s", "", "".join(summary.itertext()))


def test_a_narrative_by_itself_is_as_safe(hostile):
    blocks = (Under(hostile), Text(hostile), Quote(hostile), Points((hostile,)), Facts(((hostile, hostile),)))
    tree = ElementTree.fromstring(narrative((*blocks, Table(hostile, (hostile,), ((hostile,),)))))

    found = {element.tag.rpartition("}")[2] for element in tree.iter()} - {"br"}
    assert found == ALLOWED - {"br"}
