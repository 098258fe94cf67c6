//! Solves a hub location problem in the Australia Post format, exactly. `--help` says how.

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    use std::io::Read;
    use std::process::ExitCode;

    let words: Vec<String> = std::env::args().skip(1).collect();
    if words.iter().any(|word| word == "--help" || word == "-h") {
        println!("{}", command::HELP);
        return ExitCode::SUCCESS;
    }
    let mut text = Vec::new();
    let answer = command::Options::parse(&words).and_then(|options| {
        let read = std::io::stdin().read_to_end(&mut text);
        read.map_err(|error| format!("standard input: {error}"))?;
        // Bytes that are no text become a sign that no number has, so their line is reported.
        command::solve(&String::from_utf8_lossy(&text), options)
    });
    match answer {
        Ok(line) => {
            println!("{line}");
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("{message}");
            ExitCode::from(2)
        }
    }
}

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
mod command {
    use kbio_atlas::hub::{Choice, Solution, Survey, multiple, single, unwatched};
    use serde::Serialize;

    pub const HELP: &str = "\
Solves the p-hub median problem exactly, for a network in the format of the Australia Post data set.

  solve_hubs [--allocation single|multiple] [--p N] < network.txt

Standard input, numbers separated by white space:
  n                  number of nodes, at most 50
  x y                n times: coordinates of a node; distances are Euclidean
  w11 w12 … wnn      n × n: flow from each node to each, row by row
  p                  number of hubs; may be missing if --p is given
  χ α δ              collection, transfer and distribution rate; if missing, 3 0.75 2 as in the data set

  --allocation       multiple (default): each flow takes its own cheapest way;
                     single: each node sends and receives through one hub, a hub through itself
  --p N              number of hubs, instead of the file's

Standard output, one line of JSON, nodes counted from 1:
  hubs               the hubs, ascending
  allocation         single: the hub of each node; multiple: for each node the list of hubs, ascending,
                     through which its flows enter or leave the hubs
  cost               in the file's units: flow × coordinate distance × rate
                     (the published optima of the data set are a thousandth of that)
  bound              no choice of hubs costs less; equal to cost if proven
  proven             whether the solution was proven to be optimal, to one part in a thousand million

Exit code 2, and a message on standard error, if the options or the input are wrong.";

    #[derive(Clone, Copy)]
    pub struct Options {
        is_single: bool,
        hubs: Option<usize>,
    }

    impl Options {
        pub fn parse(words: &[String]) -> Result<Self, String> {
            let mut options = Self {
                is_single: false,
                hubs: None,
            };
            let mut words = words.iter().map(String::as_str);
            while let Some(word) = words.next() {
                let (name, value) = match word.split_once('=') {
                    Some((name, value)) => (name, Some(value)),
                    None => (word, words.next()),
                };
                match (name, value) {
                    ("--allocation", Some("single")) => options.is_single = true,
                    ("--allocation", Some("multiple")) => options.is_single = false,
                    ("--allocation", _) => {
                        return Err("--allocation: expected `single` or `multiple`".to_owned());
                    }
                    ("--p", value) => {
                        let hubs = value.and_then(|value| value.parse().ok());
                        options.hubs = Some(hubs.ok_or("--p: expected a whole number of hubs")?);
                    }
                    _ => return Err(format!("`{word}` is no option; --help lists them")),
                }
            }
            Ok(options)
        }
    }

    /// The line of JSON that answers a problem.
    #[derive(Serialize)]
    struct Answer<A> {
        hubs: Vec<usize>,
        allocation: A,
        cost: f64,
        bound: f64,
        proven: bool,
    }

    impl<A> Answer<A> {
        fn new<B>(solution: Solution<B>, allocation: impl FnOnce(B) -> A) -> Self {
            Self {
                hubs: from_one(solution.hubs),
                allocation: allocation(solution.allocation),
                cost: solution.cost,
                bound: solution.bound,
                proven: solution.proven,
            }
        }
    }

    fn from_one(nodes: Vec<usize>) -> Vec<usize> {
        nodes.into_iter().map(|node| node + 1).collect()
    }

    pub fn solve(text: &str, options: Options) -> Result<String, String> {
        let survey = Survey::parse(text).map_err(|error| format!("standard input: {error}"))?;
        let hubs = options.hubs.or(survey.hubs).ok_or_else(|| {
            let line = text.lines().count().max(1);
            format!(
                "standard input: line {line}: expected the number of hubs after the flows, or --p N"
            )
        })?;
        let Survey { network, rates, .. } = &survey;
        let choice = Choice::free(network.nodes(), hubs).map_err(|mistake| mistake.to_string())?;
        let json = if options.is_single {
            let solution = single(network, rates, &choice, &mut unwatched);
            let solution = solution.map_err(|mistake| mistake.to_string())?;
            serde_json::to_string(&Answer::new(solution, from_one))
        } else {
            let solution = multiple(network, rates, &choice, &mut unwatched);
            let solution = solution.map_err(|mistake| mistake.to_string())?;
            let lists = |lists: Vec<Vec<usize>>| -> Vec<Vec<usize>> {
                lists.into_iter().map(from_one).collect()
            };
            serde_json::to_string(&Answer::new(solution, lists))
        };
        json.map_err(|error| format!("the answer has no JSON: {error}"))
    }
}
