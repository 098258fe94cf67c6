//! Documented links: sixteen kinds in the sources, six families on the map, direction only where one is
//! documented.

use crate::text::Name;

/// A family of links: one stroke on the map, one box in the filter.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Family {
    HubSpoke,
    ValueChain,
    Branch,
    Belt,
    Designation,
    Agreement,
}

impl Family {
    pub const ALL: [Family; 6] = [
        Family::HubSpoke,
        Family::ValueChain,
        Family::Branch,
        Family::Belt,
        Family::Designation,
        Family::Agreement,
    ];

    /// The name in URLs and in `data-family`.
    pub fn slug(self) -> &'static str {
        match self {
            Family::HubSpoke => "hub-spoke",
            Family::ValueChain => "value-chain",
            Family::Branch => "branch",
            Family::Belt => "belt",
            Family::Designation => "designation",
            Family::Agreement => "agreement",
        }
    }

    /// Reads a slug; `None` for anything else.
    pub fn parse(slug: &str) -> Option<Self> {
        Family::ALL.into_iter().find(|family| family.slug() == slug)
    }

    /// The filter's words.
    pub fn name(self) -> Name {
        match self {
            Family::HubSpoke => Name {
                ko: "허브·스포크",
                en: "Hub and spoke",
            },
            Family::ValueChain => Name {
                ko: "가치사슬",
                en: "Value chain",
            },
            Family::Branch => Name {
                ko: "분원·캠퍼스",
                en: "Branch or campus",
            },
            Family::Belt => Name {
                ko: "벨트",
                en: "Belt",
            },
            Family::Designation => Name {
                ko: "공동 지정·사업",
                en: "Joint designation",
            },
            Family::Agreement => Name {
                ko: "협약·계획",
                en: "Agreement or plan",
            },
        }
    }

    /// Whether the sources give these links a direction.
    pub fn is_directed(self) -> bool {
        matches!(self, Family::HubSpoke | Family::ValueChain | Family::Branch)
    }

    /// The family of a `kind` of `links.csv`; `None` for a kind that the data package does not know.
    pub fn of_kind(kind: &str) -> Option<Self> {
        Some(match kind {
            "hub_spoke" => Family::HubSpoke,
            "value_chain" => Family::ValueChain,
            "branch_institute" | "campus_extension" => Family::Branch,
            "belt" | "proximity_belt" => Family::Belt,
            "joint_designation" | "twin" | "national_programme" => Family::Designation,
            "mou"
            | "inter_province_mou"
            | "consultation"
            | "consultative_network"
            | "regional_plan"
            | "inter_regional_project"
            | "cluster_link" => Family::Agreement,
            _ => return None,
        })
    }
}

/// A set of families, for the filter.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Families(u8);

impl Families {
    pub const EVERY: Families = Families(0b11_1111);

    pub fn contains(self, family: Family) -> bool {
        self.0 & (1 << family as u8) != 0
    }

    /// The set with one family switched over.
    #[must_use]
    pub fn toggled(self, family: Family) -> Self {
        Families(self.0 ^ (1 << family as u8))
    }
}
