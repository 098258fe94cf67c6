//! The desk at which readers open data of their own: its place on a map page, its limits, its form.
//!
//! The lab reads what is opened (`lab/src/own/`) and `dom::own` shows its answer. A page carries only empty
//! slots; the form is a fragment, fetched when somebody asks for it.

#[cfg(not(target_arch = "wasm32"))]
use crate::text::Lang;

/// Bytes of a file, or of what is pasted.
pub const MAX_BYTES: usize = 5_000_000;
/// Rows that are not blank, or features.
pub const MAX_ROWS: usize = 20_000;

/// Between the parts of the lab's answer, head, legend and panel; no text of a file holds it.
pub const PART: char = '\u{1e}';

/// Before the rows in the hash of an address that holds them, percent-encoded: `#rows=code,Firms%0A11,1234`.
pub const ADDRESS: &str = "rows=";
/// Bytes of such a hash: every browser and most programs that pass an address on take it.
pub const MAX_ADDRESS: usize = 4_000;

/// The file of the form, under the language's root.
pub const FILE: &str = "own.html";

/// Above the map: what went wrong, and the head of what is shown.
#[cfg(not(target_arch = "wasm32"))]
pub fn slots(lang: Lang) -> String {
    format!(
        "<div class=\"own-head\"><p class=\"own-fault\" role=\"alert\" data-slot=\"own-fault\" \
         data-failed=\"{}\"></p><div data-slot=\"own-head\"></div></div>",
        lang.pick(
            "자료를 읽는 도중에 멈췄습니다. 지도는 그대로입니다. 다시 열어 보거나 파일을 나눠 주십시오.",
            "Reading stopped half-way. The map is as it was. Try again, or with a part of the file.",
        )
    )
}

/// Among the controls: opens the form.
#[cfg(not(target_arch = "wasm32"))]
pub fn opener(lang: Lang) -> String {
    format!(
        "<details class=\"own-desk\"><summary data-own=\"desk\">{}</summary>\
         <div data-slot=\"own-desk\"></div></details>",
        lang.pick("내 자료 열기", "Open my data")
    )
}

/// A file or pasted rows, and what may be in them.
#[cfg(not(target_arch = "wasm32"))]
pub fn form(lang: Lang) -> String {
    let megabytes = MAX_BYTES / 1_000_000;
    let rows = crate::number::Decimal::whole(MAX_ROWS as i64).grouped(0);
    let limits = match lang {
        Lang::Ko => format!("{megabytes}MB, {rows}행까지"),
        Lang::En => format!("up to {megabytes} MB and {rows} rows"),
    };
    format!(
        "<p>{private}</p>\
         <p class=\"muted\">{what}</p>\
         <label class=\"own-file\"><span>{file} <small>CSV · TSV · GeoJSON, {limits}</small></span>\
         <input type=\"file\" name=\"own-file\" accept=\".csv,.tsv,.txt,.json,.geojson\"></label>\
         <label class=\"own-rows\"><span>{paste}</span>\
         <textarea name=\"own-rows\" rows=\"5\" spellcheck=\"false\" autocomplete=\"off\" \
         placeholder=\"{example}\"></textarea></label>\
         <button type=\"button\" data-own=\"read\">{read}</button>",
        private = lang.pick(
            "파일은 이 브라우저 안에서만 읽고 어디에도 보내지 않습니다. 창을 닫으면 남지 않습니다.",
            "The file is read inside this browser and sent nowhere. Nothing is left when the window closes.",
        ),
        what = lang.pick(
            "한 열에 시·도 이름(옛 이름, 줄임 이름, 영문)이나 코드가 있고 옆에 수가 있으면 됩니다. KOSIS와 엑셀이 저장한 그대로 열립니다(CP949, UTF-8, 여러 줄 제목, 쉼표, 합계 행). GeoJSON은 속성의 값만 쓰고 도형은 그리지 않습니다.",
            "One column names the provinces (former, short or English names, or codes), others hold numbers. Files open as KOSIS and Korean Excel save them: CP949 or UTF-8, several rows of headings, thousands separators, totals. Of a GeoJSON file the properties are used; its shapes are not drawn.",
        ),
        file = lang.pick("파일 고르기, 또는 지도 위에 놓기", "Choose a file, or drop it on the map"),
        paste = lang.pick("또는 행 붙여넣기", "Or paste rows"),
        example = lang.pick("시도&#9;사업체수&#10;서울&#9;1,234&#10;부산&#9;567", "Province&#9;Firms&#10;Seoul&#9;1,234&#10;Busan&#9;567"),
        read = lang.pick("붙여넣은 행 보기", "Show the pasted rows"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_form_says_its_limits() {
        assert!(form(Lang::Ko).contains("5MB, 20,000행까지"));
        assert!(form(Lang::En).contains("up to 5 MB and 20,000 rows"));
    }
}
