//! Korean particles (조사) that agree with the word before them: 충북은, 서울은, 대구는.

/// A particle that has two or three forms.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Particle {
    /// 은/는
    Topic,
    /// 이/가
    Subject,
    /// 을/를
    Object,
    /// 과/와
    With,
    /// 으로/로, where a final ㄹ counts as a vowel: 서울로
    Toward,
}

impl Particle {
    /// The form that follows `word`.
    pub fn after(self, word: &str) -> &'static str {
        let ending = Ending::of(word);
        match (self, ending) {
            (Particle::Topic, Ending::Vowel) => "는",
            (Particle::Topic, _) => "은",
            (Particle::Subject, Ending::Vowel) => "가",
            (Particle::Subject, _) => "이",
            (Particle::Object, Ending::Vowel) => "를",
            (Particle::Object, _) => "을",
            (Particle::With, Ending::Vowel) => "와",
            (Particle::With, _) => "과",
            (Particle::Toward, Ending::Consonant) => "으로",
            (Particle::Toward, _) => "로",
        }
    }

    /// `word` with its particle: `Topic.on("충북")` is `충북은`.
    pub fn on(self, word: &str) -> String {
        let mut out = String::from(word);
        out.push_str(self.after(word));
        out
    }
}

/// How a word sounds at its end.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ending {
    Vowel,
    /// A final ㄹ.
    Liquid,
    Consonant,
}

impl Ending {
    fn of(word: &str) -> Self {
        // Closing brackets, quotes and the like are silent; the sound before them decides.
        match word
            .chars()
            .rev()
            .find(|c| c.is_alphanumeric() || *c == '%')
        {
            Some(syllable @ '가'..='힣') => match (syllable as u32 - '가' as u32) % 28 {
                0 => Ending::Vowel,
                8 => Ending::Liquid,
                _ => Ending::Consonant,
            },
            // Digits as they are read: 영 일 이 삼 사 오 육 칠 팔 구.
            Some('1' | '7' | '8') => Ending::Liquid,
            Some('0' | '3' | '6') => Ending::Consonant,
            // Letters as they are spelled: 엘, 알 end in ㄹ; 엠, 엔 in a consonant.
            Some('L' | 'R' | 'l' | 'r') => Ending::Liquid,
            Some('M' | 'N' | 'm' | 'n') => Ending::Consonant,
            // Everything else, 퍼센트 included, ends in a vowel.
            _ => Ending::Vowel,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(word: &str, forms: [&str; 5]) {
        use Particle::*;
        let got = [Topic, Subject, Object, With, Toward].map(|particle| particle.after(word));
        assert_eq!(got, forms, "after {word:?}");
    }

    #[test]
    fn particles_follow_the_last_sound() {
        check("대구", ["는", "가", "를", "와", "로"]);
        check("충북", ["은", "이", "을", "과", "으로"]);
        check("서울", ["은", "이", "을", "과", "로"]);
        check("오송(KBIO)", ["는", "가", "를", "와", "로"]);
        check("오송(첨복단지)", ["는", "가", "를", "와", "로"]);
        check("C21", ["은", "이", "을", "과", "로"]);
        check("2023", ["은", "이", "을", "과", "으로"]);
        check("2022", ["는", "가", "를", "와", "로"]);
        check("58.7%", ["는", "가", "를", "와", "로"]);
        check("CDMN", ["은", "이", "을", "과", "으로"]);
        check("", ["는", "가", "를", "와", "로"]);
    }

    #[test]
    fn every_region_name_takes_a_particle() {
        for region in &crate::region::REGIONS {
            let topic = Particle::Topic.on(region.name.ko);
            assert!(topic.ends_with('은') || topic.ends_with('는'), "{topic}");
        }
    }
}
