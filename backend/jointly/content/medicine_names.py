"""What medicines are called: kinds of them, and the common ones for pain, joints, bones and mood, in small letters.

Names alone: nothing here says what any of them is for. Whoever misses one adds it to its list.
"""

KINDS = (
    "medicine", "medication", "meds", "tablet", "pill", "capsule", "painkiller", "pain killer", "pain relief",
    "anti-inflammatory", "anti-inflammatories", "nsaid", "opioid", "opiate", "steroid", "dmard", "biologic",
    "biosimilar", "jak inhibitor", "antidepressant", "anti-depressant", "sleeping aid", "blood thinner", "statin",
    "injection", "infusion", "insulin", "inhaler", "pain patch", "antibiotic", "supplement", "dose of", "your dose",
    "the dose", "a dose", "an extra dose", "doses of", "your doses",
)  # fmt: skip
PAIN = (
    "paracetamol", "ibuprofen", "aspirin", "naproxen", "diclofenac", "celecoxib", "etoricoxib", "meloxicam", "codeine",
    "dihydrocodeine", "co-codamol", "co-dydramol", "tramadol", "morphine", "oxycodone", "fentanyl", "buprenorphine",
    "tapentadol", "gabapentin", "pregabalin", "baclofen", "diazepam", "capsaicin", "lidocaine", "glucosamine",
    "chondroitin", "cbd oil", "nurofen", "panadol", "voltarol",
)  # fmt: skip
JOINTS = (
    "methotrexate", "sulfasalazine", "hydroxychloroquine", "leflunomide", "azathioprine", "ciclosporin",
    "mycophenolate", "apremilast", "etanercept", "abatacept", "anakinra", "adalimumab", "certolizumab", "denosumab",
    "golimumab", "infliximab", "rituximab", "sarilumab", "secukinumab", "tocilizumab", "ustekinumab", "baricitinib",
    "filgotinib", "tofacitinib", "upadacitinib", "prednisolone", "prednisone", "methylprednisolone", "hydrocortisone",
    "cortisone", "dexamethasone", "allopurinol", "febuxostat", "colchicine", "alendronic acid", "alendronate",
    "risedronate", "zoledronic acid", "folic acid", "omeprazole", "lansoprazole", "warfarin", "apixaban", "rivaroxaban",
)  # fmt: skip
MOOD = (
    "amitriptyline", "nortriptyline", "duloxetine", "venlafaxine", "mirtazapine", "sertraline", "citalopram",
    "escitalopram", "fluoxetine", "paroxetine", "trazodone", "lithium", "zopiclone", "temazepam", "lorazepam",
    "propranolol", "melatonin", "st john's wort",
)  # fmt: skip
NAMES = (*KINDS, *PAIN, *JOINTS, *MOOD)
