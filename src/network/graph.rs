//! An undirected graph without parallel edges: who reaches whom, and who lies between.

use std::collections::VecDeque;

/// Nodes `0..n` and the edges between them, each once.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Graph {
    neighbours: Vec<Vec<usize>>,
}

impl Graph {
    /// Parallel edges count once, in whichever direction they are given; a loop or an edge to a node that is
    /// not there counts not at all.
    pub fn new(nodes: usize, edges: impl IntoIterator<Item = (usize, usize)>) -> Self {
        let mut neighbours = vec![Vec::new(); nodes];
        for (a, b) in edges {
            if a != b && a < nodes && b < nodes {
                neighbours[a].push(b);
                neighbours[b].push(a);
            }
        }
        for list in &mut neighbours {
            list.sort_unstable();
            list.dedup();
        }
        Graph { neighbours }
    }

    /// How many nodes there are.
    pub fn nodes(&self) -> usize {
        self.neighbours.len()
    }

    /// Those that share an edge with `node`, rising.
    pub fn neighbours(&self, node: usize) -> &[usize] {
        &self.neighbours[node]
    }

    /// The connected parts, the largest first; equals by their first node. A node without an edge is a part of
    /// its own.
    pub fn components(&self) -> Vec<Vec<usize>> {
        let mut seen = vec![false; self.nodes()];
        let mut parts: Vec<Vec<usize>> = Vec::new();
        for start in 0..self.nodes() {
            if seen[start] {
                continue;
            }
            let mut part: Vec<usize> = Search::from(self, start).reached;
            for &node in &part {
                seen[node] = true;
            }
            part.sort_unstable();
            parts.push(part);
        }
        // Stable: equals stay in the order of their first nodes.
        parts.sort_by_key(|part| core::cmp::Reverse(part.len()));
        parts
    }

    /// For each node, the pairs of other nodes whose shortest ways lead over it: a pair with several shortest
    /// ways counts by the part of them that do. In pairs; each pair counts once.
    ///
    /// Brandes, *A faster algorithm for betweenness centrality*, Journal of Mathematical Sociology 25 (2001)
    /// 163–177.
    pub fn betweenness(&self) -> Vec<f64> {
        let mut between = vec![0.0; self.nodes()];
        for source in 0..self.nodes() {
            let search = Search::from(self, source);
            // What depends on a node of the ways from the source to all that lie behind it.
            let mut depends = vec![0.0; self.nodes()];
            for &node in search.reached.iter().rev() {
                for &before in &search.before[node] {
                    depends[before] +=
                        search.ways[before] / search.ways[node] * (1.0 + depends[node]);
                }
                if node != source {
                    // Every pair is met from both of its ends.
                    between[node] += depends[node] / 2.0;
                }
            }
        }
        between
    }
}

/// A search in breadth from one node.
struct Search {
    /// Nodes in the order in which they are reached, the start first.
    reached: Vec<usize>,
    /// The nodes before each on its shortest ways from the start.
    before: Vec<Vec<usize>>,
    /// How many shortest ways there are to each.
    ways: Vec<f64>,
}

impl Search {
    fn from(graph: &Graph, start: usize) -> Self {
        let nodes = graph.nodes();
        let mut search = Search {
            reached: Vec::new(),
            before: vec![Vec::new(); nodes],
            ways: vec![0.0; nodes],
        };
        let mut steps: Vec<Option<usize>> = vec![None; nodes];
        let mut queue = VecDeque::from([(start, 0)]);
        steps[start] = Some(0);
        search.ways[start] = 1.0;
        while let Some((node, step)) = queue.pop_front() {
            search.reached.push(node);
            for &next in graph.neighbours(node) {
                let there = *steps[next].get_or_insert_with(|| {
                    queue.push_back((next, step + 1));
                    step + 1
                });
                if there == step + 1 {
                    search.before[next].push(node);
                    search.ways[next] += search.ways[node];
                }
            }
        }
        search
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Every simple way from `a` to `b` of the least length, found by trying all.
    fn shortest_ways(graph: &Graph, a: usize, b: usize) -> Vec<Vec<usize>> {
        let mut ways = vec![vec![a]];
        for _ in 0..graph.nodes() {
            let arrived: Vec<_> = ways
                .iter()
                .filter(|way| way.ends_with(&[b]))
                .cloned()
                .collect();
            if !arrived.is_empty() {
                return arrived;
            }
            ways = ways
                .iter()
                .flat_map(|way| {
                    let here = way[way.len() - 1];
                    let on = graph
                        .neighbours(here)
                        .iter()
                        .filter(|next| !way.contains(next));
                    on.map(|&next| [way.as_slice(), &[next]].concat())
                        .collect::<Vec<_>>()
                })
                .collect();
        }
        Vec::new()
    }

    /// Betweenness by its definition.
    fn by_definition(graph: &Graph) -> Vec<f64> {
        let mut between = vec![0.0; graph.nodes()];
        for a in 0..graph.nodes() {
            for b in a + 1..graph.nodes() {
                let ways = shortest_ways(graph, a, b);
                for way in &ways {
                    for &node in &way[1..way.len() - 1] {
                        between[node] += 1.0 / ways.len() as f64;
                    }
                }
            }
        }
        between
    }

    #[track_caller]
    fn check(nodes: usize, edges: &[(usize, usize)], expected: &[f64]) {
        let graph = Graph::new(nodes, edges.iter().copied());
        assert_eq!(graph.betweenness(), expected, "{edges:?}");
    }

    #[test]
    fn betweenness_of_graphs_that_can_be_counted_by_hand() {
        check(0, &[], &[]);
        check(1, &[], &[0.0]);
        // A line: the middle lies between its ends.
        check(3, &[(0, 1), (1, 2)], &[0.0, 1.0, 0.0]);
        // A star of four: the middle lies between all six pairs.
        check(
            5,
            &[(0, 1), (0, 2), (0, 3), (0, 4)],
            &[6.0, 0.0, 0.0, 0.0, 0.0],
        );
        // A square: two ways between opposite corners.
        check(4, &[(0, 1), (1, 2), (2, 3), (3, 0)], &[0.5, 0.5, 0.5, 0.5]);
        // Two parts: no way from one to the other.
        check(5, &[(0, 1), (1, 2), (3, 4)], &[0.0, 1.0, 0.0, 0.0, 0.0]);
    }

    #[test]
    fn parallel_edges_loops_and_edges_to_nowhere_change_nothing() {
        let plain = Graph::new(3, [(0, 1), (1, 2)]);
        let same = Graph::new(3, [(1, 0), (0, 1), (1, 2), (2, 2), (2, 9)]);
        assert_eq!(same, plain);
        assert_eq!(plain.neighbours(1), [0, 2]);
    }

    #[test]
    fn components_come_by_size_and_every_node_is_in_one() {
        let graph = Graph::new(6, [(4, 5), (1, 2), (2, 3)]);
        assert_eq!(graph.components(), [vec![1, 2, 3], vec![4, 5], vec![0]]);
    }

    proptest! {
        #[test]
        fn betweenness_is_what_its_definition_says(
            edges in prop::collection::vec((0usize..7, 0usize..7), 0..16),
        ) {
            let graph = Graph::new(7, edges);
            for (fast, slow) in graph.betweenness().into_iter().zip(by_definition(&graph)) {
                prop_assert!((fast - slow).abs() < 1e-9, "{fast} is not {slow}");
            }
        }
    }
}
